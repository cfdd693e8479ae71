using System.Text;
using Lind.Search.Analysis;
using Lind.Search.Areas;
using Lind.Search.Binding;
using Lind.Search.Filters;
using Lind.Search.Serving;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Highlighting;

/// <summary>Marks in a record's own text what a request's queries matched.</summary>
internal static class Highlighter
{
    private const int Context = 120;
    private const int LongestExcerpt = 320;

    /// <summary>Each record's matching pieces, best field first; none for queries that do not look at text.</summary>
    /// <remarks>The request is read once: with many synonyms that takes longer than a record.</remarks>
    public static IReadOnlyList<IReadOnlyList<Highlight>> Of(
        SearchView view, StudySearchRequest request, IReadOnlyList<ReadOnlyMemory<byte>> studies, int limit,
        CancellationToken cancellationToken)
    {
        var (bound, _) = new RequestBinder(view).Bind(request);
        var wanted = bound is null ? [] : Wanted(bound);
        var fields = new FieldSet(wanted.Keys);
        return [.. studies.Select(study => wanted.Count == 0 ? [] : Of(study.Span, wanted, fields, limit, cancellationToken))];
    }

    private static Highlight[] Of(
        ReadOnlySpan<byte> study, Dictionary<StudyField, FieldTerms> wanted, FieldSet fields, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var visitor = new Visitor(wanted);
        StudyWalker.Walk(study, fields, ref visitor);
        return visitor.Found.OrderByDescending(one => one.Weight).ThenByDescending(one => one.Words)
            .ThenBy(one => one.Order).Take(limit).Select(one => one.Highlight).ToArray();
    }

    // For each field the terms looked for in it, and its best weight.
    private static Dictionary<StudyField, FieldTerms> Wanted(BoundRequest bound)
    {
        var wanted = new Dictionary<StudyField, FieldTerms>();
        foreach (var term in bound.Areas.SelectMany(area => area.Terms).Where(term => !term.Negated))
        {
            foreach (var part in term.Scope.Fields.Where(part => part.Field.Kind is FieldKind.Text or FieldKind.Markup))
            {
                if (!wanted.TryGetValue(part.Field, out var terms))
                {
                    wanted[part.Field] = terms = new FieldTerms();
                }

                terms.Add(part.Weight, term, part.HasSynonyms);
            }
        }

        return wanted;
    }

    private sealed class FieldTerms
    {
        public HashSet<string> Single { get; } = new(StringComparer.Ordinal);

        public List<string[][]> Phrases { get; } = [];

        public float Weight { get; private set; }

        public void Add(float weight, BoundTerm term, bool hasSynonyms)
        {
            Weight = Math.Max(Weight, weight);
            Add(term.Words, term.IsPhrase);
            foreach (var synonym in term.Synonyms.Where(one => one.Active && hasSynonyms))
            {
                Add(synonym.Words, isPhrase: true);
            }
        }

        private void Add(IReadOnlyList<QueryWord> words, bool isPhrase)
        {
            if (isPhrase && words.Count > 1)
            {
                Phrases.Add(words.Select(word => word.Terms.ToArray()).ToArray());
                return;
            }

            foreach (var word in words.Where(word => !word.IsWeak || words.Count == 1))
            {
                Single.UnionWith(word.Terms);
            }
        }
    }

    private readonly record struct Found(float Weight, int Words, int Order, Highlight Highlight);

    private readonly struct Visitor(Dictionary<StudyField, FieldTerms> wanted) : IStudyVisitor
    {
        public List<Found> Found { get; } = [];

        public void Value(in StudyValue value)
        {
            var terms = wanted[value.Field];
            var spans = Spans(value.Utf8, terms);
            if (spans.Count > 0)
            {
                Found.Add(new Found(terms.Weight, spans.Count, Found.Count, Excerpt(value, spans)));
            }
        }

        public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals)
        {
        }
    }

    // Matched byte ranges, ascending, not overlapping.
    private static List<(int Start, int End)> Spans(ReadOnlySpan<byte> text, FieldTerms terms)
    {
        var words = new List<(string Term, int Start, int End)>();
        Span<byte> term = stackalloc byte[256];
        var reader = new WordReader(text);
        while (reader.Next())
        {
            words.Add((Encoding.UTF8.GetString(term[..TermForm.Of(reader.Word, term)]), reader.Start, reader.End));
        }

        var marked = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            marked[i] |= terms.Single.Contains(words[i].Term);
            foreach (var phrase in terms.Phrases)
            {
                if (i + phrase.Length <= words.Count && phrase.Select((part, at) => part.Contains(words[i + at].Term)).All(same => same))
                {
                    Array.Fill(marked, true, i, phrase.Length);
                }
            }
        }

        return words.Where((_, i) => marked[i]).Select(word => (word.Start, word.End)).ToList();
    }

    private static Highlight Excerpt(in StudyValue value, List<(int Start, int End)> spans)
    {
        var utf8 = value.Utf8;
        var from = utf8.Length <= LongestExcerpt ? 0 : WordStart(utf8, Math.Max(0, spans[0].Start - Context));
        var to = utf8.Length <= LongestExcerpt ? utf8.Length : WordStart(utf8, Math.Min(utf8.Length, from + LongestExcerpt));
        var text = Encoding.UTF8.GetString(utf8[from..to]);
        var marks = new List<HighlightSpan>();
        foreach (var (start, end) in spans)
        {
            if (start >= from && end <= to)
            {
                var at = Encoding.UTF8.GetCharCount(utf8[from..start]);
                marks.Add(new HighlightSpan(at, Encoding.UTF8.GetCharCount(utf8[start..end])));
            }
        }

        return new Highlight(value.Field.Piece, PathOf(value), text, marks);
    }

    // The nearest place at or before, where a word (and so a character) begins.
    private static int WordStart(ReadOnlySpan<byte> utf8, int at)
    {
        while (at > 0 && at < utf8.Length && utf8[at - 1] != ' ' && utf8[at - 1] != '\n')
        {
            at--;
        }

        return at;
    }

    private static string PathOf(in StudyValue value)
    {
        var path = new StringBuilder();
        var list = 0;
        foreach (var field in Above(value.Field))
        {
            path.Append(path.Length > 0 ? "." : "").Append(field.Name);
            if (field.IsList && list < value.Ordinals.Length)
            {
                path.Append('[').Append(value.Ordinals[list++]).Append(']');
            }
        }

        return path.ToString();
    }

    private static Stack<StudyField> Above(StudyField field)
    {
        var chain = new Stack<StudyField>();
        for (StudyField? above = field; above is not null; above = above.Parent)
        {
            chain.Push(above);
        }

        return chain;
    }
}
