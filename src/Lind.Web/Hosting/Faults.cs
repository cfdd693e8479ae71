using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Hosting;

/// <summary>The last resort: a fault of ours is logged with its cause and answered without it.</summary>
internal static partial class Faults
{
    public static void UseFaultAnswers(this IApplicationBuilder app, ILogger logger) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad)
        {
            await AnswerAsync(context, bad.StatusCode, bad.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, or the request timeout has answered already: there is nobody to tell.
        }
        catch (Exception fault)
        {
            LogFault(logger, context.Request.Path, fault);
            if (context.Response.HasStarted)
            {
                // Half an answer must not look whole.
                context.Abort();
                return;
            }

            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "The server failed to answer");
        }
    });

    private static Task AnswerAsync(HttpContext context, int status, string text)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text);
    }

    [LoggerMessage(1, LogLevel.Error, "Request for {Path} failed")]
    private static partial void LogFault(ILogger logger, PathString path, Exception fault);
}
