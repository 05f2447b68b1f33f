using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Hosting;

/// <summary>Whether the server can do its work: the database answers, and its schema is the one this program knows.</summary>
internal static class Health
{
    [Web.Unattended]
    public static async Task<IResult> Check(Store store, CancellationToken stop)
    {
        try
        {
            var ready = await store.Database.CanConnectAsync(stop) && !(await store.Database.GetPendingMigrationsAsync(stop)).Any();
            return ready ? Results.Text("ok") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
