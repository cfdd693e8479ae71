namespace Lind.Fuzz;

/// <summary>One reader under test.</summary>
/// <remarks><see cref="Run"/> throws <see cref="FuzzException"/> when the reader's answer is wrong; any other exception
/// means that the reader did not fail cleanly. Either is a finding.</remarks>
internal abstract class FuzzTarget : IDisposable
{
    /// <summary>As <c>--target</c> names it.</summary>
    public abstract string Name { get; }

    /// <summary>Good inputs to start from.</summary>
    public abstract IReadOnlyList<byte[]> Samples { get; }

    /// <summary>Pieces of the format that a mutation may insert.</summary>
    public virtual IReadOnlyList<string> Tokens => [];

    public abstract void Run(byte[] input);

    public void Dispose() => Close();

    /// <summary>Gives back what the target holds.</summary>
    protected virtual void Close()
    {
    }

    protected static void Demand(bool condition, string what)
    {
        if (!condition)
        {
            throw new FuzzException(what);
        }
    }
}

/// <summary>A reader gave a wrong answer.</summary>
internal sealed class FuzzException(string message) : Exception(message);
