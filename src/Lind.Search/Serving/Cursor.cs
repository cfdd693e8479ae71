using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lind.Index.Collectors;

namespace Lind.Search.Serving;

/// <summary>The opaque token of the next page: where the last hit stood, and which request it belongs to.</summary>
/// <remarks>Text inside: hash of the request, key, score, then each sort value; parts separated by <c>|</c>. It holds
/// nothing secret and is checked in full when it comes back.</remarks>
internal static class Cursor
{
    private const int LongestToken = 512;

    /// <summary>The token after a hit.</summary>
    public static string Write(StudySearchRequest request, SearchHit last)
    {
        var values = last.SortValues.Select(value => value.Missing ? "-" : value.Number.ToString("R", CultureInfo.InvariantCulture));
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{HashOf(request)}|{last.Key}|{BitConverter.SingleToInt32Bits(last.Score)}|{string.Join('|', values)}");
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The hit a token stands for; null when the token is malformed or of another request.</summary>
    public static SearchHit? Read(StudySearchRequest request, string token)
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('|');
        if (parts.Length < 4 || parts[0] != HashOf(request)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            || !int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score))
        {
            return null;
        }

        var values = new List<SortValue>();
        foreach (var part in parts.Skip(3).Where(part => part.Length > 0))
        {
            if (part == "-")
            {
                values.Add(new SortValue(true, 0, default));
            }
            else if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                values.Add(new SortValue(false, number, default));
            }
            else
            {
                return null;
            }
        }

        return new SearchHit(key, BitConverter.Int32BitsToSingle(score), values);
    }

    private static string HashOf(StudySearchRequest request) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(RequestKey.OfOrder(request))), 0, 6);
}
