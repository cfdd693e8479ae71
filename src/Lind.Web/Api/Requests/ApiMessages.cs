namespace Lind.Web.Api.Requests;

/// <summary>What the API says when it refuses: the registry's sentences where they are known, ours in their manner
/// elsewhere. Tests compare with these.</summary>
internal static class ApiMessages
{
    public const string BadPageToken = "Invalid value of parameter 'pageToken'";
    public const string FieldsWithFhir = "Parameter 'fields' is not supported for format 'fhir.json'";
    public const string TooManySorts = "Parameter 'sort' has too many items: at most 2";
    public const string StillCounting = "The statistics of this state of the data are being counted: try again soon";
    public const string BodyForms = "The body must be UTF-8 text (text/plain), or JSON of the form {\"text\": \"...\"}";
    public static string OnlyMethods(string allowed) => $"Supported here: {allowed}";
    public const string NoSuchPath = "Not found";

    public static string UnknownParameter(string name) => $"`{Shown(name)}` is unknown parameter";

    public static string InvalidPrefix(string name) => $"Invalid prefix in parameter name: {Shown(name)}";

    public static string GivenTwice(string name) => $"Parameter '{name}' is given more than once";

    public static string Empty(string name) => $"Parameter '{name}' must not be empty";

    public static string InvalidValue(string name, string value) =>
        $"Invalid value in parameter `{name}`: `{Shown(value)}`";

    public static string TooLong(string name, int limit) => $"Parameter '{name}' is too long: at most {limit} items";

    public static string NoInteger(string name) =>
        $"Value provided in parameter `{name}` cannot be converted to 32-bit integer";

    public static string BodyTooLong(int bytes) => $"The body is too long: at most {bytes} bytes";

    public static string TextTooLong(int characters) => $"The text is too long: at most {characters} characters";

    public static string BadFormat(string parameter) => $"Parameter `{parameter}` has incorrect format";

    /// <summary>Of one item of a list, counted from 1.</summary>
    public static string BadItem(string parameter, int number) => $"Item {number} in parameter `{parameter}` has incorrect format";

    public static string NotFound(string nctId) => $"NCT number {nctId} not found";

    public static string UnknownPiece(string name) => $"Unknown piece name of field path: {Shown(name)}";

    /// <summary>A name that is no field's, in <c>fields</c> of studies: the registry's sentence, then the one that its
    /// statistics use for the same fault.</summary>
    public static string InvalidField(string name) =>
        $"Parameter 'fields' contains invalid field name: '{Shown(name)}'. {UnknownPiece(name)}";

    /// <summary>A fault in an expression, after the registry's label of the box that it was typed into.</summary>
    public static string BadExpression(string label, string fault) => $"Error parsing query in {label}: {fault}";

    public static string InvalidColumn(string name) =>
        $"Parameter 'fields' contains invalid CSV column name: '{Shown(name)}'";

    public static string InvalidRisTag(string name) => $"Parameter 'fields' contains invalid RIS tag: '{Shown(name)}'";

    // What came in is quoted back, bounded and without control characters.
    private static string Shown(string text)
    {
        const int Longest = 200;
        var kept = text.Length > Longest ? text[..Longest] + "..." : text;
        return string.Concat(kept.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }
}
