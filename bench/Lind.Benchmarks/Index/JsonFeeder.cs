using System.Globalization;
using System.Text;
using System.Text.Json;
using Lind.Index.Segments;

namespace Lind.Benchmarks.Index;

/// <summary>Hands JSON records to a builder; see <see cref="JsonCorpus"/>. One for each thread.</summary>
internal sealed class JsonFeeder(JsonCorpus corpus, DocumentBuilder builder)
{
    // Without tokens: what the walk over the records itself takes.
    private static readonly bool Dry = Environment.GetEnvironmentVariable("LIND_BENCH_DRY") == "1";
    private readonly PathStack _path = new();
    private readonly byte[] _lower = new byte[256];
    private byte[] _unescaped = new byte[1 << 16];
    private string _name = "";

    internal void Add(byte[] record, long key)
    {
        builder.Begin(key);
        var reader = new Utf8JsonReader(record);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _path.Name(reader.ValueSpan);
                    _name = FacetOf(reader.ValueSpan);

                    if (reader.ValueTextEquals("locations"u8))
                    {
                        AddSites(reader);
                    }

                    break;
                case JsonTokenType.String:
                    AddText(ref reader);
                    break;
                case JsonTokenType.Number when reader.TryGetInt64(out var number) && number < int.MaxValue:
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    _path.Push();
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _path.Pop();
                    break;
            }
        }

        builder.End();
    }

    private static string FacetOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        13 when name.SequenceEqual("overallStatus"u8) => "overallStatus",
        9 when name.SequenceEqual("studyType"u8) => "studyType",
        6 when name.SequenceEqual("phases"u8) => "phases",
        5 when name.SequenceEqual("class"u8) => "class",
        7 when name.SequenceEqual("country"u8) => "country",
        4 when name.SequenceEqual("type"u8) => "type",
        3 when name.SequenceEqual("sex"u8) => "sex",
        7 when name.SequenceEqual("stdAges"u8) => "stdAges",
        _ => "",
    };

    private void AddText(ref Utf8JsonReader reader)
    {
        var field = corpus.FieldOf(_path.Path);
        var text = Text(ref reader);
        if (_name.Length > 0)
        {
            builder.Keyword(Array.IndexOf(JsonCorpus.FacetPaths, _name), text);
        }

        if (text.Length is 10 && text[4] == '-' && int.TryParse(text[..4], out var year) && int.TryParse(text[5..7], out var month))
        {
            var day = (year * 366) + (month * 31);
            builder.Range(JsonCorpus.FacetPaths.Length + 1, day, day);
        }

        if (field >= 0)
        {
            AddValue(field, text);
        }
    }

    private ReadOnlySpan<byte> Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        if (_unescaped.Length < reader.ValueSpan.Length)
        {
            _unescaped = new byte[reader.ValueSpan.Length * 2];
        }

        return _unescaped.AsSpan(0, reader.CopyString(_unescaped));
    }

    private void AddValue(int field, ReadOnlySpan<byte> text)
    {
        builder.BeginValue(field);
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !IsWord(text[at]))
            {
                at++;
            }

            var start = at;
            while (at < text.Length && IsWord(text[at]) && at - start < 255)
            {
                at++;
            }

            if (at > start && !Dry && !builder.KnownToken(text[start..at]))
            {
                builder.Token(Lower(text[start..at]), text[start..at], remember: true);
            }
        }

        builder.EndValue();
    }

    private ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            _lower[i] = word[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(word[i] | 32) : word[i];
        }

        return _lower.AsSpan(0, word.Length);
    }

    private static bool IsWord(byte value) => value >= 128 || char.IsAsciiLetterOrDigit((char)value);

    /// <summary>The sites as nested rows; the reader is a copy, the walk over the whole record goes on behind it.</summary>
    private void AddSites(Utf8JsonReader reader)
    {
        double latitude = double.NaN, longitude = double.NaN;
        var depth = 0;
        var property = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when ++depth == 1:
                    builder.BeginRow(JsonCorpus.SiteTable);
                    (latitude, longitude) = (double.NaN, double.NaN);
                    break;
                case JsonTokenType.EndObject when --depth == 0:
                    if (!double.IsNaN(latitude) && !double.IsNaN(longitude))
                    {
                        builder.Point(2, latitude, longitude);
                    }

                    builder.EndRow();
                    break;
                case JsonTokenType.EndArray when depth == 0:
                    return;
                case JsonTokenType.PropertyName:
                    property = reader.ValueTextEquals("lat"u8) ? "lat" : reader.ValueTextEquals("lon"u8) ? "lon"
                        : reader.ValueTextEquals("facility"u8) ? "facility" : reader.ValueTextEquals("city"u8) ? "city"
                        : reader.ValueTextEquals("state"u8) ? "state" : reader.ValueTextEquals("country"u8) ? "country"
                        : reader.ValueTextEquals("status"u8) ? "status" : "";
                    break;
                case JsonTokenType.Number:
                    latitude = property == "lat" ? reader.GetDouble() : latitude;
                    longitude = property == "lon" ? reader.GetDouble() : longitude;
                    break;
                case JsonTokenType.String when property.Length > 0:
                    AddSiteText(property, Text(ref reader));
                    break;
            }
        }
    }

    private void AddSiteText(string property, ReadOnlySpan<byte> text)
    {
        if (property is "country" or "status")
        {
            builder.Keyword(property == "country" ? 0 : 1, text);
        }

        var field = property switch { "facility" => 0, "city" => 1, "state" => 2, "country" => 3, _ => -1 };
        if (field >= 0)
        {
            AddValue(field, text);
        }
    }
}
