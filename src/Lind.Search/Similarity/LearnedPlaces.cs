using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>Where terms stand in the space learned from the registry: terms of studies alike stand near each other,
/// though they share no word.</summary>
internal sealed class LearnedPlaces
{
    private const int MostRows = 50_000;
    private const int MostColumns = 150_000;

    // A small registry shows few directions; the others would be noise, and time.
    private const int RowsPerDirection = 8;

    // Keys are spread evenly: the upper bits of a key tell nearly where its column stands.
    private const int KeysPerStep = 1 << 8;

    private readonly int[] _columns;
    private readonly int[] _firstColumns; // for each step of keys the first column at or behind it
    private readonly sbyte[] _places;
    private readonly float[] _scales;

    /// <summary>Takes the stored form.</summary>
    public LearnedPlaces(int[] columns, sbyte[] places, float[] scales)
    {
        (_columns, _places, _scales) = (columns, places, scales);
        _firstColumns = new int[(PackedEntry.Keys / KeysPerStep) + 1];
        for (int step = 0, column = 0; step < _firstColumns.Length; step++)
        {
            while (column < columns.Length && columns[column] < step * KeysPerStep)
            {
                column++;
            }

            _firstColumns[step] = column;
        }
    }

    public ReadOnlySpan<int> Columns => _columns;

    public ReadOnlySpan<sbyte> Places => _places;

    public ReadOnlySpan<float> Scales => _scales;

    /// <summary>Learns from studies with final weights; from an even sample of them when there are many.</summary>
    public static LearnedPlaces Learn(IReadOnlyList<Collected> studies, int[] frequencies, CancellationToken cancellation)
    {
        var step = Math.Max(1, (studies.Count + MostRows - 1) / MostRows);
        var rows = studies.Where((_, index) => index % step == 0).ToList();
        var columns = ChooseColumns(rows, frequencies, Math.Max(3, studies.Count / 20_000));
        if (columns.Length == 0)
        {
            return new LearnedPlaces([], [], []);
        }

        var width = Math.Clamp((rows.Count / RowsPerDirection + 7) / 8 * 8, 8, RelatedFormat.Width);
        var places = Factorization.Columns(Matrix(rows, columns), width, cancellation);
        return Quantize(columns, Widened(places, width));
    }

    /// <summary>A study's place, as bytes, and the scale that gives it length 1.</summary>
    public float Place(ReadOnlySpan<uint> terms, Span<sbyte> place)
    {
        Span<float> sum = stackalloc float[RelatedFormat.Width];
        sum.Clear();
        foreach (var term in terms)
        {
            if (ColumnOf(PackedEntry.Key(term)) is >= 0 and var column)
            {
                ByteVectors.AddScaled(
                    sum, _places.AsSpan(column * RelatedFormat.Width, RelatedFormat.Width), PackedEntry.Weight(term) * _scales[column]);
            }
        }

        return ToBytes(sum, place) is var step and > 0 ? ScaleOf(place) : 0;
    }

    /// <summary>What gives a place length 1; 0 for none.</summary>
    public static float ScaleOf(ReadOnlySpan<sbyte> place)
    {
        var squares = ByteVectors.Dot(place, place);
        return squares > 0 ? (float)(1 / Math.Sqrt(squares)) : 0;
    }

    /// <summary>Rounds a vector to bytes; returns what a byte stands for, 0 for a vector of zeros.</summary>
    public static float ToBytes(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        var largest = 0f;
        foreach (var value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = largest > 0 ? (sbyte)MathF.Round(vector[i] / largest * 127) : (sbyte)0;
        }

        return largest / 127;
    }

    private int ColumnOf(int key)
    {
        var step = key / KeysPerStep;
        var (column, end) = (_firstColumns[step], _firstColumns[step + 1]);
        while (column < end && _columns[column] < key)
        {
            column++;
        }

        return column < end && _columns[column] == key ? column : -1;
    }

    private static int[] ChooseColumns(List<Collected> rows, int[] frequencies, int least)
    {
        var keys = rows.SelectMany(row => row.Terms).Select(PackedEntry.Key)
            .Where(key => frequencies[key] >= least).Distinct().ToArray();
        return [.. keys.OrderByDescending(key => frequencies[key]).ThenBy(key => key).Take(MostColumns).Order()];
    }

    private static SparseRows Matrix(List<Collected> rows, int[] columns)
    {
        var starts = new int[rows.Count + 1];
        var (entries, values) = (new List<int>(), new List<float>());
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var term in rows[row].Terms)
            {
                var column = Array.BinarySearch(columns, PackedEntry.Key(term));
                if (column >= 0)
                {
                    entries.Add(column);
                    values.Add(PackedEntry.Weight(term) * rows[row].Scale);
                }
            }

            starts[row + 1] = entries.Count;
        }

        return new SparseRows(starts, [.. entries], [.. values], columns.Length);
    }

    private static float[] Widened(float[] places, int width)
    {
        if (width == RelatedFormat.Width)
        {
            return places;
        }

        var widened = new float[places.Length / width * RelatedFormat.Width];
        for (var row = 0; row < places.Length / width; row++)
        {
            places.AsSpan(row * width, width).CopyTo(widened.AsSpan(row * RelatedFormat.Width));
        }

        return widened;
    }

    private static LearnedPlaces Quantize(int[] columns, float[] places)
    {
        var (bytes, scales) = (new sbyte[places.Length], new float[columns.Length]);
        for (var i = 0; i < columns.Length; i++)
        {
            var at = i * RelatedFormat.Width;
            scales[i] = ToBytes(places.AsSpan(at, RelatedFormat.Width), bytes.AsSpan(at, RelatedFormat.Width));
        }

        return new LearnedPlaces(columns, bytes, scales);
    }
}
