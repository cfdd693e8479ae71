namespace Lind.Registry;

/// <summary>Another program is writing into the folder.</summary>
public sealed class RegistryBusyException : Exception
{
    public RegistryBusyException()
    {
    }

    public RegistryBusyException(string message)
        : base(message)
    {
    }

    public RegistryBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
