using System.Collections.Frozen;

namespace Lind.Studies.Fields;

/// <summary>One value of a coded list.</summary>
/// <param name="Value">The code.</param>
/// <param name="LegacyValue">The classic label, which queries accept: <c>Active, not recruiting</c>.</param>
/// <param name="Label">The value in words for people.</param>
/// <param name="Exceptions">Other classic labels, by the piece they hold for; usually empty.</param>
public sealed record StudyEnumValue(
    string Value, string LegacyValue, string Label, IReadOnlyDictionary<string, string> Exceptions)
{
    /// <summary>The classic label of the value in the given field.</summary>
    public string LegacyValueIn(StudyField field) => Exceptions.GetValueOrDefault(field.Piece, LegacyValue);
}

/// <summary>A coded list of the registry, such as the recruitment statuses.</summary>
/// <remarks>The registry adds values now and then: a code that is not here is no error.</remarks>
public sealed class StudyEnum
{
    private readonly FrozenDictionary<string, StudyEnumValue> _byCode;
    private readonly FrozenDictionary<string, StudyEnumValue> _byName;
    private readonly Lazy<IReadOnlyList<StudyField>> _fields;

    internal StudyEnum(string type, IReadOnlyList<StudyEnumValue> values)
    {
        Type = type;
        Values = values;
        _byCode = values.ToFrozenDictionary(value => value.Value, StringComparer.Ordinal);
        _byName = Names(values);
        _fields = new(() => [.. FieldCatalogue.All.Where(field => field.IsEnum && field.BaseType == type)]);
    }

    /// <summary>The registry's name of the list.</summary>
    public string Type { get; }

    /// <summary>The values, in the registry's order.</summary>
    public IReadOnlyList<StudyEnumValue> Values { get; }

    /// <summary>The fields that hold codes of this list.</summary>
    public IReadOnlyList<StudyField> Fields => _fields.Value;

    /// <summary>The value with this code; null when it is not in the list.</summary>
    public StudyEnumValue? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The value a person or a query means by this text: its code or classic label, in any case.</summary>
    public StudyEnumValue? FindByName(string text) => _byName.GetValueOrDefault(text);

    /// <summary>The label of a code; a code that is not in the list is its own label.</summary>
    public string LabelOf(string code) => Find(code)?.Label ?? code;

    private static FrozenDictionary<string, StudyEnumValue> Names(IReadOnlyList<StudyEnumValue> values)
    {
        var names = new Dictionary<string, StudyEnumValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            names.TryAdd(value.Value, value);
        }

        foreach (var value in values)
        {
            names.TryAdd(value.LegacyValue, value);
            foreach (var exception in value.Exceptions.Values)
            {
                names.TryAdd(exception, value);
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
