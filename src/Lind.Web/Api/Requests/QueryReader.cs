using System.Globalization;
using Lind.Studies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lind.Web.Api.Requests;

/// <summary>Reads the parameters of one request strictly and remembers the first fault.</summary>
/// <remarks>An empty value counts as not given, unless a list must not be empty. Lists take commas, pipes and
/// repetition.</remarks>
internal sealed class QueryReader(IQueryCollection query)
{
    /// <summary>More items than any honest list: the largest, filter.ids, is bounded by the request line anyway.</summary>
    public const int MostListItems = 10_000;

    private static readonly char[] Separators = [',', '|'];

    /// <summary>Why the request is refused; null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>Refuses names that are not in the list.</summary>
    public QueryReader Only(IReadOnlySet<string> names, bool prefixed = true)
    {
        foreach (var name in query.Keys)
        {
            if (!names.Contains(name))
            {
                Refuse(!prefixed && name.Contains('.', StringComparison.Ordinal)
                    ? ApiMessages.InvalidPrefix(name)
                    : ApiMessages.UnknownParameter(name));
            }
        }

        return this;
    }

    public void Refuse(string fault) => Fault ??= fault;

    /// <summary>The value; null if not given.</summary>
    public string? Text(string name)
    {
        var values = ValuesOf(name);
        if (values.Count > 1)
        {
            Refuse(ApiMessages.GivenTwice(name));
        }

        return values.Count == 0 || string.IsNullOrWhiteSpace(values[0]) ? null : values[0];
    }

    /// <summary>The items, trimmed, empty ones left out; null if not given.</summary>
    public IReadOnlyList<string>? List(string name, bool mayBeEmpty = true)
    {
        var values = ValuesOf(name);
        if (values.Count == 0)
        {
            return null;
        }

        var items = values.SelectMany(value => (value ?? "").Split(Separators,
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (items.Length == 0)
        {
            if (!mayBeEmpty)
            {
                Refuse(ApiMessages.Empty(name));
            }

            return null;
        }

        if (items.Length > MostListItems)
        {
            Refuse(ApiMessages.TooLong(name, MostListItems));
        }

        return items;
    }

    /// <summary>The NCT ids of a list; none if not given. One that is none is a fault.</summary>
    public IReadOnlyList<NctId> NctIds(string name)
    {
        var ids = new List<NctId>();
        foreach (var (index, text) in (List(name) ?? []).Index())
        {
            if (NctId.ParseRequest(text).TryGet(out var id))
            {
                ids.Add(id);
            }
            else
            {
                Refuse(ApiMessages.BadItem(name, index + 1));
            }
        }

        return ids;
    }

    /// <summary>One of the choices; the first if not given.</summary>
    public string Choice(string name, params ReadOnlySpan<string> choices)
    {
        if (Text(name) is not { } given)
        {
            return choices[0];
        }

        foreach (var choice in choices)
        {
            if (choice == given)
            {
                return choice;
            }
        }

        Refuse(ApiMessages.InvalidValue(name, given));
        return choices[0];
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name)
    {
        if (Text(name) is not { } given)
        {
            return false;
        }

        if (!bool.TryParse(given, out var value))
        {
            Refuse(ApiMessages.InvalidValue(name, given));
        }

        return value;
    }

    /// <summary>A whole number, not negative, cut to <paramref name="most"/>; null if not given.</summary>
    public int? Count(string name, int most)
    {
        if (Text(name) is not { } given)
        {
            return null;
        }

        if (given.All(char.IsAsciiDigit))
        {
            return decimal.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < most
                ? (int)value
                : most;
        }

        Refuse(int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? ApiMessages.InvalidValue(name, given)
            : ApiMessages.NoInteger(name));
        return null;
    }

    /// <summary>A whole number between two bounds; outside of them is a fault.</summary>
    public int Between(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } given)
        {
            return otherwise;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return value;
        }

        Refuse(ApiMessages.InvalidValue(name, given));
        return otherwise;
    }

    /// <summary>A finite number between two bounds; null if not given.</summary>
    public double? Number(string name, double least, double most)
    {
        if (Text(name) is not { } given)
        {
            return null;
        }

        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return value;
        }

        Refuse(ApiMessages.InvalidValue(name, given));
        return null;
    }

    // The parameter names are case-sensitive at the registry; the framework's collection is not.
    private StringValues ValuesOf(string name) => query.TryGetValue(name, out var values) ? values : StringValues.Empty;
}
