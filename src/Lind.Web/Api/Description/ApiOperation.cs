namespace Lind.Web.Api.Description;

/// <summary>One operation of an API as its description states it.</summary>
/// <param name="Path">Below the API's base, with <c>{name}</c> for path parameters.</param>
/// <param name="Id">A name for programs.</param>
/// <param name="Summary">A line for people.</param>
/// <param name="Parameters">All of them; others are refused.</param>
/// <param name="Answers">Content type and schema of a good answer, the usual one first.</param>
internal sealed record ApiOperation(
    string Path, string Id, string Summary, IReadOnlyList<ApiParameter> Parameters, params IReadOnlyList<ApiAnswer> Answers)
{
    /// <summary>Whether it names one study: it can answer 404, and 301 for a former id.</summary>
    public bool NamesOneStudy => Path.Contains("{nctId}", StringComparison.Ordinal);

    /// <summary>Why it can answer 404; null if it never does.</summary>
    public string? NotFound { get; init; } = Path.Contains("{nctId}", StringComparison.Ordinal) ? "No such study" : null;

    /// <summary>What is posted to it; null when it is got.</summary>
    public ApiBody? Body { get; init; }

    public string Method => Body is null ? "get" : "post";

    /// <summary>Whether answers carry an <c>ETag</c>, and 304 saves them.</summary>
    public bool IsTagged { get; init; } = true;

    /// <summary>Headers of a good answer beside those that every answer has, with what they say.</summary>
    public IReadOnlyList<(string Name, string Text)> Headers { get; init; } = [];
}

/// <summary>A content type and the schema behind it.</summary>
internal sealed record ApiAnswer(string ContentType, string Schema);

/// <summary>A request's body.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Forms">Content types and their schemas.</param>
internal sealed record ApiBody(string Text, params IReadOnlyList<ApiAnswer> Forms);

/// <summary>One parameter.</summary>
/// <param name="Name">As in the request.</param>
/// <param name="Type"><c>string</c>, <c>boolean</c>, <c>integer</c>, <c>number</c> or <c>list</c> (of texts by commas or
/// pipes).</param>
/// <param name="Text">What it does.</param>
internal sealed record ApiParameter(string Name, string Type, string Text)
{
    public IReadOnlyList<string> Choices { get; init; } = [];
    public string? Default { get; init; }
    public int? Least { get; init; }
    public int? Most { get; init; }
    public string? Pattern { get; init; }
    public bool IsPath { get; init; }
    public bool IsRequired { get; init; }
}
