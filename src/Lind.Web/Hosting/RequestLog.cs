using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Lind.Web.Hosting;

/// <summary>One line for each page and API request: method, path, status, milliseconds. No query, no address, no
/// agent: what people search for is theirs. Checks of health and files of the portal are not logged.</summary>
internal static partial class RequestLog
{
    private const string Category = "Lind.Requests";
    private const int MaxPathLength = 200;

    /// <summary>Sets up logging to the console's error stream: what is wrong, and requests if asked for.</summary>
    public static void AddLindLog(this ILoggingBuilder logging, LindWebOptions options)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter(Category, options.LogRequests ? LogLevel.Information : LogLevel.None);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // A reader of the log that does not keep up must not hold up answers.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
    }

    public static void UseRequestLog(this IApplicationBuilder app, LindWebOptions options)
    {
        if (!options.LogRequests)
        {
            return;
        }

        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        app.Use(async (context, next) =>
        {
            if (!IsLogged(context.Request.Path))
            {
                await next(context);
                return;
            }

            var started = options.Clock.GetTimestamp();
            var method = context.Request.Method;
            try
            {
                await next(context);
            }
            finally
            {
                var elapsed = options.Clock.GetElapsedTime(started);
                var status = context.RequestAborted.IsCancellationRequested
                    ? "aborted" : context.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
                LogRequest(logger, method, PathOf(context.Request), status, (long)elapsed.TotalMilliseconds);
            }
        });
    }

    private static bool IsLogged(PathString path) =>
        path != "/healthz" && !path.StartsWithSegments("/assets", StringComparison.Ordinal);

    // Percent-encoded as it came: a line end in a path must not become a line of the log.
    private static string PathOf(HttpRequest request)
    {
        var path = request.Path.ToUriComponent();
        return path.Length <= MaxPathLength ? path : string.Concat(path.AsSpan(0, MaxPathLength), "...");
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds} ms")]
    private static partial void LogRequest(
        ILogger logger, string method, string path, string status, long milliseconds);
}
