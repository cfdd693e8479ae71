using Lind.Studies.Fields;

namespace Lind.Search.Essie;

/// <summary>What the parser and the binder say; tests compare with these.</summary>
public static class EssieMessages
{
    internal const string UnclosedQuote = "Unclosed quotation mark";
    internal const string UnclosedBracket = "Unclosed bracket";
    internal const string UnclosedParenthesis = "Unclosed parenthesis";
    internal const string UnexpectedParenthesis = "Unexpected closing parenthesis";
    internal const string TextTooLong = "Query is too long: at most 32768 characters";
    internal const string TooDeep = "Query is nested too deeply: at most 100 levels";
    internal const string TooManyClauses = "Query has too many terms: at most 2048";
    internal const string RangeNeedsTwoBounds = "RANGE needs two bounds: RANGE[low, high]";
    internal const string DistanceNeedsThree = "DISTANCE needs latitude, longitude and radius: DISTANCE[39.0, -77.1, 25mi]";
    internal const string BadLatitude = "Latitude must be a number from -90 to 90";
    internal const string BadLongitude = "Longitude must be a number from -180 to 180";
    internal const string BadRadius = "Radius must be a number with mi or km";
    internal const string RadiusTooSmall = "Radius must be at least 1 mile or 1 kilometer";
    internal const string RadiusTooLarge = "Radius cannot exceed 500 miles (805 kilometers)";
    internal const string LossyWithCoverage = "EXPANSION[Lossy] cannot be used with COVERAGE";

    internal static string UnknownOperator(string name) => $"Unknown operator: {name}";

    internal static string InvalidCoverage(string value) => $"Invalid coverage: {value}";

    internal static string InvalidExpansion(string value) => $"Invalid expansion: {value}";

    internal static string InvalidSearchDocument(string value) => $"Invalid search document: {value}";

    internal static string MissingOperand(string name) => $"Expected an expression after {name}";

    internal static string MissingLeft(string name) => $"Expected an expression before {name}";

    internal static string MissingParameter(string name) => $"Expected a parameter in brackets after {name}";

    internal static string CoverageWithExpansion(Coverage coverage, Expansion expansion) =>
        $"COVERAGE[{coverage}] cannot be used with EXPANSION[{expansion}]";

    internal static string UnknownArea(string name) => $"Unknown area name: '{name}'";

    /// <summary>The registry's own sentence about a code that is none (seen 2026).</summary>
    internal static string NoSuchCode(StudyField field) =>
        $"Allowed values for enum field `{field.Path}` are {string.Join(", ", field.Enum!.Values.Select(value => $"`{value.Value}`"))}";

    internal static string UnknownTiltField(string name) => $"Unsupported tilt field: '{name}'";
}
