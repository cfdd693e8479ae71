namespace Lind.Studies.Xml;

/// <summary>The outcome of mapping one XML record: its API v2 JSON, or the reason why there is none.</summary>
public sealed record XmlConversion
{
    private XmlConversion(ReadOnlyMemory<byte> json, string? failure) => (Json, Failure) = (json, failure);

    /// <summary>True when <see cref="Json"/> holds the study.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>The study as compact UTF-8 JSON in the API v2 form; empty when refused.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Why the record was refused, as a sentence for the one who imports; null when it was not.</summary>
    public string? Failure { get; }

    internal static XmlConversion Of(ReadOnlyMemory<byte> json) => new(json, null);

    internal static XmlConversion Refuse(string reason) => new(default, reason);
}
