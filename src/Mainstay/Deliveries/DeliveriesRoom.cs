using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Hosting;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Deliveries;

/// <summary>Imports on the web: files are handed in, looked at, and brought in behind the pages.</summary>
[OwnersOnly]
public sealed class DeliveriesRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Deliveries.Title", "/import", "import") { Within = Places.InPeople }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<DeliverySource>().AddSingleton<ILeaveWithSpace>(s => s.GetRequiredService<DeliverySource>())
        .AddSingleton<ImportJob>()
        .AddHostedService(s => s.GetRequiredService<ImportJob>());

    public override void MapApi(ApiRoutes api) => DeliveriesApi.Map(api);

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        ImportPage.Map(pages);
        DeliveryPage.Map(pages);
    }

    public override Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop) =>
        services.GetRequiredService<Store>().DropForgotten(services.GetRequiredService<TimeProvider>(), stop);
}
