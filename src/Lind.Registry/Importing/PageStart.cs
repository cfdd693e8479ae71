using System.Text.Json;

namespace Lind.Registry.Importing;

/// <summary>Tells a page of the registry's API (<c>{"totalCount":2,"studies":[...]}</c>) from a study.</summary>
internal static class PageStart
{
    // What stands before "studies" in a page is a count and a token.
    private const int LookAheadBytes = 16 * 1024;

    /// <summary>Where the first study of a page may start, behind the opening bracket; -1 if it is no page.</summary>
    public static int Find(InputWindow window)
    {
        while (true)
        {
            if (TryFind(window.Bytes, out var start))
            {
                return start;
            }

            if (window.Bytes.Length >= LookAheadBytes || !window.Fill())
            {
                return -1;
            }
        }
    }

    // False: more bytes are needed to tell.
    private static bool TryFind(ReadOnlySpan<byte> bytes, out int start)
    {
        start = -1;
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        try
        {
            if (!reader.Read())
            {
                return false;
            }

            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    return true;
                }

                var isList = reader.ValueTextEquals("studies"u8);
                if (!reader.Read())
                {
                    return false;
                }

                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    start = isList && reader.TokenType == JsonTokenType.StartArray ? (int)reader.BytesConsumed : -1;
                    return true;
                }
            }

            return false;
        }
        catch (JsonException)
        {
            // Not JSON so far: not a page. The reader of records says what is wrong with it.
            return true;
        }
    }
}
