using System.Diagnostics.CodeAnalysis;

namespace Lind.Web.Api.Requests;

/// <summary>A thing made from what a client sent, or the sentence that says why it could not be.</summary>
internal readonly struct Outcome<T>
    where T : class
{
    private readonly T? _value;
    private readonly string? _fault;

    public Outcome(T value) => _value = value;

    public Outcome(string fault) => _fault = fault;

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? fault)
    {
        (value, fault) = (_value, _value is null ? _fault ?? "" : null);
        return _value is not null;
    }
}
