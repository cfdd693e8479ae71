using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lind.Web.Portal;

/// <summary>The portal's own files (style sheet, scripts, base map, icon), embedded in the assembly so that they come
/// with the program whatever way it was installed. Style sheets are joined into one in the order of their names.</summary>
internal sealed class PortalAssets
{
    private const string Prefix = "wwwroot/";
    private readonly FrozenDictionary<string, Asset> _assets;

    public PortalAssets()
    {
        var assembly = typeof(PortalAssets).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var assets = names.Where(name => !name.EndsWith(".css", StringComparison.Ordinal))
            .Select(name => new Asset(name[Prefix.Length..], Read(assembly, name))).ToList();
        var style = string.Concat(names.Where(name => name.EndsWith(".css", StringComparison.Ordinal))
            .Select(name => Encoding.UTF8.GetString(Read(assembly, name))));
        assets.Add(new Asset("lind.css", Encoding.UTF8.GetBytes(style)));
        _assets = assets.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    /// <summary>The address of a file, with a mark of its content so that browsers may keep it for a year.</summary>
    public string Url(string name) => $"/assets/{name}?v={_assets[name].Mark}";

    /// <summary>Answers <c>/assets/{name}</c>.</summary>
    public async Task ServeAsync(HttpContext context, string name)
    {
        if (!_assets.TryGetValue(name, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.ETag = $"\"{asset.Mark}\"";
        headers.Vary = HeaderNames.AcceptEncoding;
        context.Response.ContentType = asset.ContentType;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(asset.Mark, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var zipped = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (zipped)
        {
            headers.ContentEncoding = "br";
        }

        var body = zipped ? asset.Brotli.Value : asset.Bytes;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Asset(string name, byte[] bytes)
    {
        public string Name { get; } = name;

        public byte[] Bytes { get; } = bytes;

        public string Mark { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));

        public Lazy<byte[]> Brotli { get; } = new(() => Zip(bytes));

        public string ContentType { get; } = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };

        private static byte[] Zip(byte[] bytes)
        {
            using var target = new MemoryStream();
            using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize))
            {
                brotli.Write(bytes);
            }

            return target.ToArray();
        }
    }
}
