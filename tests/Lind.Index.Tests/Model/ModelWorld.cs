using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Index.Segments;
using Bytes = System.Text.Encoding;

namespace Lind.Index.Tests.Model;

/// <summary>Random documents over a small schema, and how they are handed to an index.</summary>
public sealed class ModelWorld(int seed)
{
    public const int TextFields = 5;
    public const int IntegerColumn = 0;
    public const int RealColumn = 1;
    public const int RangeColumn = 2;
    public const int KeywordColumn = 3;
    public const int SingleKeywordColumn = 4;
    public const int NestedTextFields = 2;
    public const int NestedKeywordColumn = 0;
    public const int NestedPointColumn = 1;

    private readonly Random _random = new(seed);

    // Phrases are remembered from the first candidate on, and searches helped by other threads from the first window on, so that the
    // small worlds of tests meet both.
    static ModelWorld()
    {
        PhraseMemo.FewestCandidates = 0;
        Cores.HelpAfter = TimeSpan.Zero;
        Cores.Most = 6;
    }

    public static IndexSchema Schema { get; } = new(
        new TableSchema(
            "documents",
            [new("a"), new("b"), new("c", 1), new("d", 1, IsAside: true), new("e", 2, IsAside: true)],
            [
                new("integer", ColumnKind.Integer), new("real", ColumnKind.Real), new("range", ColumnKind.Range),
                new("keyword", ColumnKind.Keyword), new("single", ColumnKind.Keyword),
            ]),
        new TableSchema("rows", [new("x"), new("y")], [new("place", ColumnKind.Keyword), new("point", ColumnKind.Point)]));

    public Random Random => _random;

    /// <summary>A word out of few, the first ones much more often.</summary>
    public string Word() => $"w{(int)(_random.NextDouble() * _random.NextDouble() * _random.NextDouble() * 40)}";

    public string Keyword() => $"k{_random.Next(_random.Next(1, 12))}";

    public ModelDocument Document(long key)
    {
        var row = new ModelRow();
        AddText(row, TextFields);
        AddMany(row.Integers, IntegerColumn, () => (long)_random.Next(-50, 50));
        AddMany(row.Reals, RealColumn, () => Math.Round((_random.NextDouble() * 20) - 10, 2));
        AddMany(row.Ranges, RangeColumn, () =>
        {
            long low = _random.Next(0, 1000);
            return (low, low + (_random.Next(3) == 0 ? _random.Next(0, 200) : 0));
        });
        AddMany(row.Keywords, KeywordColumn, Keyword);
        if (_random.Next(5) > 0)
        {
            row.Keywords[SingleKeywordColumn] = [Keyword()];
        }

        var nested = new List<ModelRow>();
        for (var count = _random.Next(4) == 0 ? _random.Next(0, 12) : _random.Next(0, 2); count > 0; count--)
        {
            nested.Add(NestedRow());
        }

        return new ModelDocument(key, row, nested);
    }

    public static void Write(ModelDocument document, DocumentBuilder builder)
    {
        builder.Begin(document.Key);
        WriteRow(document.Row, builder);
        foreach (var row in document.Nested)
        {
            builder.BeginRow(1);
            WriteRow(row, builder);
            builder.EndRow();
        }

        builder.End();
    }

    private static void WriteRow(ModelRow row, DocumentBuilder builder)
    {
        foreach (var (field, values) in row.Text)
        {
            foreach (var value in values)
            {
                builder.BeginValue(field);
                var last = -1;
                foreach (var token in value)
                {
                    var step = token.Position - last;
                    if (step == 0 || !builder.KnownToken(Bytes.UTF8.GetBytes(token.Surface), step))
                    {
                        builder.Token(Bytes.UTF8.GetBytes(token.Term), Bytes.UTF8.GetBytes(token.Surface), step, remember: step > 0);
                    }

                    last = token.Position;
                }

                builder.EndValue();
            }
        }

        foreach (var (column, values) in row.Integers)
        {
            values.ForEach(value => builder.Integer(column, value));
        }

        foreach (var (column, values) in row.Reals)
        {
            values.ForEach(value => builder.Real(column, value));
        }

        foreach (var (column, values) in row.Ranges)
        {
            values.ForEach(value => builder.Range(column, value.Low, value.High));
        }

        foreach (var (column, values) in row.Keywords)
        {
            values.ForEach(value => builder.Keyword(column, Bytes.UTF8.GetBytes(value)));
        }

        foreach (var (column, values) in row.Points)
        {
            values.ForEach(value => builder.Point(column, value.Latitude, value.Longitude));
        }
    }

    private ModelRow NestedRow()
    {
        var row = new ModelRow();
        AddText(row, NestedTextFields);
        AddMany(row.Keywords, NestedKeywordColumn, Keyword);
        if (_random.Next(3) > 0)
        {
            row.Points[NestedPointColumn] = [(Math.Round((_random.NextDouble() * 20) + 40, 4), Math.Round((_random.NextDouble() * 30) - 10, 4))];
        }

        return row;
    }

    private void AddText(ModelRow row, int fields)
    {
        foreach (var field in Enumerable.Range(0, fields).OrderBy(_ => _random.Next()))
        {
            for (var values = _random.Next(3); values > 0; values--)
            {
                if (!row.Text.TryGetValue(field, out var list))
                {
                    row.Text[field] = list = [];
                }

                list.Add(Value());
            }
        }
    }

    private List<ModelToken> Value()
    {
        var tokens = new List<ModelToken>();
        var position = 0;
        for (var count = _random.Next(_random.Next(1, 14)); count > 0; count--)
        {
            var word = Word();
            tokens.Add(new ModelToken(word, _random.Next(6) == 0 ? word.ToUpperInvariant() : _random.Next(9) == 0 ? word + "s" : word, position));
            if (_random.Next(8) == 0)
            {
                tokens.Add(new ModelToken("v" + word, word, position)); // a second term at the same place
            }

            position += _random.Next(12) == 0 ? 2 : 1;
        }

        return tokens;
    }

    private void AddMany<T>(Dictionary<int, List<T>> columns, int column, Func<T> value)
    {
        var count = _random.Next(4) == 0 ? 0 : _random.Next(3) == 0 ? _random.Next(2, 5) : 1;
        if (count > 0)
        {
            columns[column] = [.. Enumerable.Range(0, count).Select(_ => value())];
        }
    }
}
