using System.Text;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Similarity;

/// <summary>Reads a record's bytes once and gives its features. Reusable, not thread-safe.</summary>
internal sealed class FeatureReader : IStudyVisitor
{
    private const int LongestText = 8_000;
    private const int MostNames = 40;
    private const int MostSites = 400;

    private static readonly FieldSet Wanted = new(FeatureFields.All);

    private readonly RelatedWeights _weights;
    private readonly HeadingTree _tree = HeadingTree.Bundled;
    private readonly WordMemo? _memo;
    private readonly TermBag _bag;
    private readonly HashSet<int> _conditionHeadings = [];
    private readonly HashSet<int> _interventionHeadings = [];
    private readonly HashSet<int> _conditionWords = [];
    private readonly HashSet<int> _interventionWords = [];
    private readonly List<ulong> _lettered = [];
    private readonly HashSet<SitePoint> _sites = [];
    private readonly FamilyReader _family = new();
    private StudyTraits _traits = new();

    /// <param name="weights">Of the parts of a record.</param>
    /// <param name="memo">Remembers words, for whoever reads many records.</param>
    public FeatureReader(RelatedWeights weights, WordMemo? memo = null) =>
        (_weights, _memo, _bag) = (weights, memo, new TermBag(memo));

    /// <summary>The features of a record.</summary>
    /// <exception cref="System.Text.Json.JsonException">The bytes are no record.</exception>
    public StudyFeatures Read(int number, ReadOnlySpan<byte> record)
    {
        Start(number);
        var self = this;
        StudyWalker.Walk(record, Wanted, ref self);
        _family.Finish(_traits);
        return Finish();
    }

    /// <summary>The features of a free text: its words count as a title's and its headings as the record's.</summary>
    public StudyFeatures ReadText(string text)
    {
        Start(0);
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Named(Encoding.UTF8.GetBytes(paragraph), _weights.Title, conditions: true, interventions: true);
        }

        return Finish();
    }

    /// <inheritdoc/>
    public void Value(in StudyValue value)
    {
        var text = value.Utf8;
        switch (FeatureFields.RoleOf(value.Field))
        {
            case FeatureRole.Title:
                Named(text, _weights.Title, conditions: true, interventions: true);
                TakeTitle(value);
                break;
            case FeatureRole.Condition:
                Named(text, _weights.Conditions, conditions: true, interventions: false);
                _conditionWords.UnionWith(_bag.Words.Where(word => word != 0).Select(TermHash.Key));
                Keep(_traits.Conditions, text);
                break;
            case FeatureRole.Keyword:
                Named(text, _weights.Keywords, conditions: true, interventions: true);
                Keep(_traits.Keywords, text);
                break;
            case FeatureRole.Intervention:
                Named(text, _weights.Interventions, conditions: false, interventions: true);
                _interventionWords.UnionWith(_bag.Words.Where(word => word != 0).Select(TermHash.Key));
                Keep(_traits.Interventions, text);
                break;
            case FeatureRole.ConditionHeading:
                AddHeading(text, _conditionHeadings);
                break;
            case FeatureRole.InterventionHeading:
                AddHeading(text, _interventionHeadings);
                break;
            case FeatureRole.PrimaryOutcome:
                _bag.Add(Cut(text), _weights.Outcomes, pairs: true);
                Keep(_traits.PrimaryOutcomes, text);
                break;
            case FeatureRole.Outcome:
                _bag.Add(Cut(text), _weights.Outcomes, pairs: true);
                break;
            case FeatureRole.Summary:
                _bag.Add(Cut(text), _weights.Summary, pairs: true);
                break;
            case FeatureRole.Description:
                _bag.Add(Cut(text), _weights.Description, pairs: true);
                break;
            case FeatureRole.Eligibility:
                _bag.Add(Cut(Inclusion(text)), _weights.Inclusion, pairs: true);
                break;
            case FeatureRole.Site:
                AddSite(value);
                break;
            case FeatureRole.Column:
                FeatureFields.SetColumn(_traits, value);
                break;
        }

        _family.Value(value);
    }

    /// <inheritdoc/>
    public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals) => _family.EndList(list);

    private void Start(int number)
    {
        _traits = new StudyTraits { Number = number };
        _conditionHeadings.Clear();
        _interventionHeadings.Clear();
        _conditionWords.Clear();
        _interventionWords.Clear();
        _sites.Clear();
        _family.Start();
    }

    private StudyFeatures Finish()
    {
        _traits.ConditionHeadings.AddRange(_conditionHeadings.Order());
        _traits.InterventionHeadings.AddRange(_interventionHeadings.Order());
        var conditions = Expand(_conditionHeadings, _weights.ConditionTree);
        var interventions = Expand(_interventionHeadings, _weights.InterventionTree);
        conditions.UnionWith(_conditionWords);
        interventions.UnionWith(_interventionWords);
        var words = _bag.WordCount;
        return new StudyFeatures(_traits, _bag.TakeEntries(), words, [.. conditions], [.. interventions]);
    }

    private SortedSet<int> Expand(HashSet<int> headings, double weight)
    {
        var all = new HashSet<int>();
        foreach (var heading in headings)
        {
            foreach (var above in _tree.WithAncestors(heading))
            {
                all.Add(above);
            }
        }

        var keys = new SortedSet<int>();
        foreach (var heading in all)
        {
            var key = TermHash.HeadingKey(heading);
            keys.Add(key);
            if (weight > 0)
            {
                _bag.Count(key, weight);
            }
        }

        return keys;
    }

    private void Named(ReadOnlySpan<byte> text, double weight, bool conditions, bool interventions)
    {
        _bag.Add(Cut(text), weight, pairs: true);
        TermHash.Read(Cut(text), _lettered, letters: true, _memo);
        if (conditions)
        {
            _tree.FindIn(_lettered, conditions: true, _conditionHeadings);
        }

        if (interventions)
        {
            _tree.FindIn(_lettered, conditions: false, _interventionHeadings);
        }
    }

    private void AddHeading(ReadOnlySpan<byte> name, HashSet<int> headings)
    {
        var heading = _tree.Find(Encoding.UTF8.GetString(name));
        if (heading >= 0)
        {
            headings.Add(heading);
        }
    }

    private void TakeTitle(in StudyValue value)
    {
        if (value.Field == StudyFields.BriefTitle)
        {
            _traits.Title = value.ToString();
        }
        else if (value.Field == StudyFields.OfficialTitle)
        {
            _traits.OfficialTitle = value.ToString();
        }
    }

    private void AddSite(in StudyValue value)
    {
        var point = new SitePoint((float)value.Latitude, (float)value.Longitude);
        if (_sites.Count < MostSites && _sites.Add(point))
        {
            _traits.Sites.Add(point);
        }
    }

    private static void Keep(List<string> names, ReadOnlySpan<byte> text)
    {
        if (names.Count < MostNames)
        {
            names.Add(Encoding.UTF8.GetString(text.Length > 300 ? Utf8Text.Cut(text, 300) : text));
        }
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text) => Utf8Text.Cut(text, LongestText);

    // Who may not take part says little about what is studied; measured in docs/quality.md.
    private static ReadOnlySpan<byte> Inclusion(ReadOnlySpan<byte> criteria)
    {
        var at = criteria.IndexOf("xclusion Criteria"u8);
        at = at >= 0 ? at : criteria.IndexOf("XCLUSION CRITERIA"u8);
        return at >= 0 ? criteria[..at] : criteria;
    }
}
