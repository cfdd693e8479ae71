using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Hosting;

/// <summary>What whoever exposes the server may ask of clients: an API key, a rate. Both are off by default.</summary>
internal static class ClientLimits
{
    public static void AddClientLimits(this IServiceCollection services, LindWebOptions options)
    {
        if (options.RequestsPerMinute is not { } perMinute)
        {
            return;
        }

        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = AnswerTooMany;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.Request.Path == "/healthz"
                    ? RateLimitPartition.GetNoLimiter("health")
                    : RateLimitPartition.GetTokenBucketLimiter(ClientOf(context, options), _ => new()
                    {
                        TokenLimit = perMinute,
                        TokensPerPeriod = perMinute,
                        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                        QueueLimit = 0,
                        AutoReplenishment = true,
                    }));
        });
    }

    public static void UseClientLimits(this IApplicationBuilder app, LindWebOptions options)
    {
        if (options.ApiKeys.Count > 0)
        {
            var known = options.ApiKeys.Select(Digest).ToArray();
            app.Use((context, next) => MayCall(context, known) ? next(context) : AnswerNoKey(context));
        }

        if (options.RequestsPerMinute is not null)
        {
            app.UseRateLimiter();
        }
    }

    // Only a key that was checked already tells clients apart: an invented one must not open a fresh allowance.
    private static string ClientOf(HttpContext context, LindWebOptions options) =>
        options.ApiKeys.Count > 0 && KeyOf(context) is { Length: > 0 } key
            ? Convert.ToHexString(Digest(key))
            : context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static bool MayCall(HttpContext context, byte[][] known)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return true;
        }

        var given = Digest(KeyOf(context));
        var found = false;
        foreach (var key in known)
        {
            found |= CryptographicOperations.FixedTimeEquals(given, key);
        }

        return found;
    }

    private static string KeyOf(HttpContext context)
    {
        const string Bearer = "Bearer ";
        var authorization = context.Request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : context.Request.Headers["X-Api-Key"].ToString();
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static Task AnswerNoKey(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This server asks for an API key: X-Api-Key or Authorization: Bearer");
    }

    private static async ValueTask AnswerTooMany(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = "60";
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync("Too many requests: wait a minute", cancellation);
    }
}
