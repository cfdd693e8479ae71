namespace Lind.Studies.Fields;

/// <summary>What a field holds: how its values are typed, compared and shown.</summary>
public enum FieldKind
{
    /// <summary>An object with members of its own.</summary>
    Struct,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Text with the registry's markup.</summary>
    Markup,

    /// <summary>A code of a <see cref="StudyEnum"/>.</summary>
    Enum,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date, possibly known only to the month or year.</summary>
    Date,

    /// <summary>A date and time to the minute.</summary>
    DateTime,

    /// <summary>A length of time with its unit, such as an age.</summary>
    Time,

    /// <summary>A latitude and a longitude.</summary>
    GeoPoint,
}
