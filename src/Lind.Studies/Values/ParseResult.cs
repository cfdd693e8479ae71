using System.Diagnostics.CodeAnalysis;

namespace Lind.Studies;

/// <summary>What came of reading a text: a value, or the reason why there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <remarks>The default value is a failure without a reason; no method returns it.</remarks>
public readonly struct ParseResult<T>
    where T : notnull
{
    // Invariant: exactly one of the two is set.
    private readonly T? _value;
    private readonly string? _error;

    private ParseResult(T? value, string? error) => (_value, _error) = (value, error);

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Success => _error is null && _value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public T Value => Success ? _value! : throw new FormatException(Error);

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Error => _error;

    /// <summary>Gives the value, if there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Success;
    }

    internal static ParseResult<T> Of(T value) => new(value, null);

    internal static ParseResult<T> Fail(string error) => new(default, error);
}
