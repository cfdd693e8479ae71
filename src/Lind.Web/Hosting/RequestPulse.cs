using Microsoft.AspNetCore.Builder;

namespace Lind.Web.Hosting;

/// <summary>When the last request came: work that can wait gives way to people who wait.</summary>
internal sealed class RequestPulse(TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private long _last = clock.GetTimestamp();

    public void Beat() => Volatile.Write(ref _last, clock.GetTimestamp());

    /// <summary>Waits until no request has come for a few seconds, or somebody needs the work done.</summary>
    public async Task WaitForQuietAsync(Func<bool> isUrgent, CancellationToken cancellation)
    {
        while (!isUrgent() && clock.GetElapsedTime(Volatile.Read(ref _last)) < Quiet)
        {
            await Task.Delay(LookAgain, clock, cancellation);
        }
    }
}

/// <summary>Wires the pulse in.</summary>
internal static class RequestPulses
{
    public static void UseRequestPulse(this IApplicationBuilder app, RequestPulse pulse) => app.Use((context, next) =>
    {
        pulse.Beat();
        return next(context);
    });
}
