using Mainstay.Hosting;
using Mainstay.Storage;

namespace Mainstay.Lists;

public sealed class ListsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddScoped<IFollowRows, ListFollowActions>();

    public override Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop) =>
        services.GetRequiredService<Store>().WeighPeopleList(services.GetRequiredService<TimeProvider>(), stop);
}
