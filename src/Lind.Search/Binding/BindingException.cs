namespace Lind.Search.Binding;

/// <summary>Carries an error out of the binder's recursion; never leaves <see cref="EssieBinder"/>.</summary>
internal sealed class BindingException(SearchError error) : Exception(error.Message)
{
    public SearchError Error { get; } = error;
}
