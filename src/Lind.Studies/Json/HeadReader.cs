using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>The one pass behind <see cref="StudyHead.Read"/>.</summary>
internal ref struct HeadReader
{
    // A decimal holds every number of this length exactly; a longer one would be stored rounded.
    private const int MaxCoordinateLength = 28;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = StudyJson.MaxDepth };

    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;
    private NctId _nctId;
    private List<NctId>? _aliases;
    private PartialDate _lastUpdatePostDate;
    private PartialDate _lastUpdateSubmitDate;
    private PartialDate _statusVerifiedDate;
    private string? _briefTitle;
    private OverallStatus? _overallStatus;
    private string? _error;

    public HeadReader(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _reader = new Utf8JsonReader(utf8, Options);
    }

    public ParseResult<StudyHead> Read()
    {
        // The JSON reader itself does not look at the bytes inside strings.
        if (!Utf8.IsValid(_utf8))
        {
            return ParseResult<StudyHead>.Fail("not UTF-8");
        }

        try
        {
            return ReadRecord();
        }
        catch (JsonException broken)
        {
            return ParseResult<StudyHead>.Fail($"not JSON: {broken.Message}");
        }
    }

    private ParseResult<StudyHead> ReadRecord()
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
        {
            return ParseResult<StudyHead>.Fail("not a JSON object");
        }

        if (!Members(FieldTrie.Root))
        {
            return ParseResult<StudyHead>.Fail(_error!);
        }

        _reader.Read(); // Throws when anything follows the record.
        return _nctId.IsValid
            ? ParseResult<StudyHead>.Of(Head())
            : ParseResult<StudyHead>.Fail($"{StudyFields.NCTId.Path}: missing");
    }

    private readonly StudyHead Head() => new()
    {
        NctId = _nctId,
        Aliases = _aliases ?? [],
        LastUpdatePostDate = _lastUpdatePostDate,
        LastUpdateSubmitDate = _lastUpdateSubmitDate,
        StatusVerifiedDate = _statusVerifiedDate,
        BriefTitle = _briefTitle,
        OverallStatus = _overallStatus,
    };

    // On StartObject; leaves on EndObject.
    private bool Members(FieldTrie node)
    {
        HashSet<string>? unknown = null;
        var seen = 0UL;
        var hint = 0;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!ValidName(node.Field))
            {
                return false;
            }

            var child = Find(node, ref hint);
            if (child is null && !(unknown ??= []).Add(_reader.GetString()!))
            {
                return Fail(node.Field, "a member that is not the registry's is given twice");
            }

            _reader.Read();
            if (child is null)
            {
                if (!Unknown(node))
                {
                    return false;
                }

                continue;
            }

            // Invariant: no branch has 64 members or more (a test holds the catalogue to it).
            var bit = 1UL << child.Index;
            if ((seen & bit) != 0)
            {
                return Fail(child.Field, "given twice");
            }

            seen |= bit;
            if (!Member(child))
            {
                return false;
            }
        }

        return true;
    }

    private FieldTrie? Find(FieldTrie node, ref int hint) => _reader.ValueIsEscaped
        ? FindEscaped(node, ref hint)
        : node.Find(_reader.ValueSpan, ref hint);

    private FieldTrie? FindEscaped(FieldTrie node, ref int hint) =>
        ValidText() ? node.Find(System.Text.Encoding.UTF8.GetBytes(_reader.GetString()!), ref hint) : null;

    private bool Member(FieldTrie child)
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (!child.IsList)
        {
            return Item(child);
        }

        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return Wrong(child, "a list");
        }

        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (!Item(child))
            {
                return false;
            }
        }

        return true;
    }

    private bool Item(FieldTrie child) => child.Kind switch
    {
        FieldKind.Struct => _reader.TokenType == JsonTokenType.StartObject
            ? Members(child)
            : Wrong(child, "an object"),
        FieldKind.Boolean => _reader.TokenType is JsonTokenType.True or JsonTokenType.False
            || Wrong(child, "true or false"),
        FieldKind.Integer => (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out _))
            || Wrong(child, "a whole number"),
        FieldKind.Number => (_reader.TokenType == JsonTokenType.Number && _reader.TryGetDecimal(out _))
            || Wrong(child, "a number"),
        FieldKind.GeoPoint => GeoPoint(child),
        _ => Text(child),
    };

    private bool Text(FieldTrie child)
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            return Wrong(child, "text");
        }

        if (_reader.ValueIsEscaped && !ValidText())
        {
            return Fail(child.Field, "half a surrogate pair");
        }

        return !IsHead(child.Field!) || Take(child.Field!);
    }

    private static bool IsHead(StudyField field) =>
        field == StudyFields.NCTId || field == StudyFields.NCTIdAlias || field == StudyFields.BriefTitle
        || field == StudyFields.OverallStatus || field == StudyFields.LastUpdatePostDate
        || field == StudyFields.LastUpdateSubmitDate || field == StudyFields.StatusVerifiedDate;

    private bool Take(StudyField field)
    {
        var text = _reader.GetString()!;
        if (field == StudyFields.NCTId)
        {
            var parsed = NctId.Parse(text);
            return parsed.TryGet(out _nctId) || Fail(field, parsed.Error!);
        }

        if (field == StudyFields.NCTIdAlias)
        {
            if (NctId.ParseRequest(text).TryGet(out var alias))
            {
                (_aliases ??= []).Add(alias);
            }
        }
        else if (field == StudyFields.BriefTitle)
        {
            _briefTitle = text;
        }
        else if (field == StudyFields.OverallStatus)
        {
            _overallStatus = new OverallStatus(text);
        }
        else if (field == StudyFields.LastUpdateSubmitDate)
        {
            _lastUpdateSubmitDate = PartialDate.FromRecord(text);
        }
        else if (field == StudyFields.StatusVerifiedDate)
        {
            _statusVerifiedDate = PartialDate.FromRecord(text);
        }
        else
        {
            _lastUpdatePostDate = PartialDate.FromRecord(text);
        }

        return true;
    }

    private bool GeoPoint(FieldTrie child)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return Wrong(child, "an object");
        }

        var lat = false;
        var lon = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!ValidName(child.Field))
            {
                return false;
            }

            ref var seen = ref lat;
            var known = _reader.ValueTextEquals("lat"u8);
            if (!known && _reader.ValueTextEquals("lon"u8))
            {
                seen = ref lon;
                known = true;
            }

            _reader.Read();
            if (!known)
            {
                if (!Unknown(child))
                {
                    return false;
                }

                continue;
            }

            if (seen)
            {
                return Fail(child.Field, "a coordinate given twice");
            }

            seen = true;
            if (_reader.TokenType != JsonTokenType.Null
                && (_reader.TokenType != JsonTokenType.Number || _reader.ValueSpan.Length > MaxCoordinateLength
                    || !_reader.TryGetDecimal(out _)))
            {
                return Wrong(child, "a number for each coordinate");
            }
        }

        return true;
    }

    // On any value; leaves on its last token. The depth is bounded by the reader.
    private bool Unknown(FieldTrie parent)
    {
        var depth = _reader.CurrentDepth;
        while (true)
        {
            if (_reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && _reader.ValueIsEscaped && !ValidText())
            {
                return Fail(parent.Field, "half a surrogate pair in a member below it");
            }

            if (_reader.CurrentDepth == depth
                && _reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                return true;
            }

            _reader.Read();
        }
    }

    private bool ValidName(StudyField? parent) => !_reader.ValueIsEscaped || ValidText()
        || Fail(parent, "half a surrogate pair in a member's name");

    // Only a \u escape can spell half a surrogate pair; decoding finds it.
    private readonly bool ValidText()
    {
        if (_reader.ValueSpan.IndexOf("\\u"u8) < 0)
        {
            return true;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(_reader.ValueSpan.Length);
        try
        {
            _reader.CopyString(buffer);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Wrong(FieldTrie node, string expected) => Fail(node.Field, $"not {expected}");

    private bool Fail(StudyField? field, string reason)
    {
        _error = $"{field?.Path ?? "the record"}: {reason}";
        return false;
    }
}
