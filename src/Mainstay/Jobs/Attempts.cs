using Mainstay.Storage;

namespace Mainstay.Jobs;

/// <summary>Work that nobody waits for, and that must not bring down the server whatever becomes of it.</summary>
internal static class Attempts
{
    /// <summary>Does it, or says in the log why not. Only when the server stops does it break off; what else was cancelled, such as a call that took too long, failed like anything else.</summary>
    public static async Task Attempt(this ILogger log, string what, Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            // busy or unreachable
        }
        catch (ObjectDisposedException gone) when (gone.ObjectName == nameof(IServiceProvider))
        {
            // the server was taken down without being stopped first, as after an address that was taken
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.LogError("{What} failed: {Kind}\n{Place}", what, failure.GetType().FullName, failure.StackTrace);
        }
    }
}
