using Lind.Studies.Fields;

namespace Lind.Web.Portal;

/// <summary>All that is explained in one language: the words of <c>gloss</c> and the codes of <c>explain</c>. A code
/// whose text is <c>@word</c> is explained by that word.</summary>
public sealed class Glossary
{
    private const string WordPrefix = "gloss.";
    private const string TermSuffix = ".term";

    // Lists of the registry that hold the same codes as another, where they are explained.
    private static readonly Dictionary<string, string> Homes = new(StringComparer.Ordinal)
    {
        ["RecruitmentStatus"] = "Status",
        ["ExpandedAccessStatus"] = "Status",
        ["EnrollmentType"] = "DateType",
        ["ContactRole"] = "OfficialRole",
        ["OrgStudyIdType"] = "SecondaryIdType",
    };

    private readonly Words _words;
    private readonly Dictionary<string, GlossaryEntry> _entries;

    public Glossary(Words words)
    {
        _words = words;
        Terms = [.. words.Keys
            .Where(key => key.StartsWith(WordPrefix, StringComparison.Ordinal) && key.EndsWith(TermSuffix, StringComparison.Ordinal))
            .Select(key => key[WordPrefix.Length..^TermSuffix.Length])
            .Select(id => new GlossaryEntry(id, words[$"gloss.{id}.term"], words[$"gloss.{id}.text"]))
            .OrderBy(entry => entry.Term, StringComparer.OrdinalIgnoreCase)];
        Codes = [.. StudyEnums.All.Where(list => words.Find($"explain.{list.Type}.title") is not null)
            .Select(list => new CodeList(list.Type, words[$"explain.{list.Type}.title"], Explained(list)))
            .OrderBy(list => list.Title, StringComparer.OrdinalIgnoreCase)];
        _entries = Terms.Concat(Codes.SelectMany(list => list.Codes)).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>The words, in the order of the alphabet.</summary>
    public IReadOnlyList<GlossaryEntry> Terms { get; }

    /// <summary>The code lists, in the order of their titles.</summary>
    public IReadOnlyList<CodeList> Codes { get; }

    /// <summary>The entry of that id; null where nothing is explained under it.</summary>
    public GlossaryEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>The entry of a code; null for one we do not know.</summary>
    public GlossaryEntry? Find(string list, string code) => _entries.GetValueOrDefault($"{Home(list)}-{code}");

    private static string Home(string list) => Homes.GetValueOrDefault(list, list);

    // Two lists that share their texts may hold different codes: the home explains those of both.
    private List<GlossaryEntry> Explained(StudyEnum list)
    {
        var prefix = $"explain.{list.Type}.";
        return [.. _words.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && char.IsAsciiLetterUpper(key[prefix.Length]))
            .Select(key => key[prefix.Length..])
            .Select(code => new GlossaryEntry($"{list.Type}-{code}", NameOf(list, code), TextOf(_words[prefix + code]), code))];
    }

    private string NameOf(StudyEnum list, string code) => _words.Find($"code.{list.Type}.{code}") is not null
        ? _words.Code(list.Type, code)
        : StudyEnums.All.Where(other => Home(other.Type) == list.Type).Select(other => _words.Find($"code.{other.Type}.{code}"))
            .OfType<string>().FirstOrDefault() ?? _words.Code(list.Type, code);

    private string TextOf(string text) => text is ['@', .. var word] ? _words[$"gloss.{word}.text"] : text;
}
