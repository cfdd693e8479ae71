namespace Lind.Studies;

/// <summary>Documents the sponsor uploaded.</summary>
public sealed record DocumentSection : StudyPart
{
    /// <summary>The documents.</summary>
    public LargeDocumentModule? LargeDocumentModule { get; init; }
}

/// <summary>Documents the sponsor uploaded.</summary>
public sealed record LargeDocumentModule : StudyPart
{
    /// <summary>Whether there is no statistical analysis plan.</summary>
    public bool? NoSap { get; init; }

    /// <summary>The documents.</summary>
    public IReadOnlyList<LargeDoc>? LargeDocs { get; init; }
}

/// <summary>An uploaded document.</summary>
public sealed record LargeDoc : StudyPart
{
    /// <summary>Its kind in short, such as <c>Prot_SAP</c>.</summary>
    public string? TypeAbbrev { get; init; }

    /// <summary>Whether it holds the protocol.</summary>
    public bool? HasProtocol { get; init; }

    /// <summary>Whether it holds the statistical analysis plan.</summary>
    public bool? HasSap { get; init; }

    /// <summary>Whether it holds the consent form.</summary>
    public bool? HasIcf { get; init; }

    /// <summary>Its kind in words.</summary>
    public string? Label { get; init; }

    /// <summary>The date on the document.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>When it was uploaded, to the minute.</summary>
    public DateTimeMinutes? UploadDate { get; init; }

    /// <summary>Its file name.</summary>
    public string? Filename { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? Size { get; init; }
}
