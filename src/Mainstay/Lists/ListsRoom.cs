using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Storage;

namespace Mainstay.Lists;

public sealed class ListsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<KeptLists>()
        .AddScoped<IFollowRows, ListFollowActions>()
        .AddSingleton<IArchiveSection, SavedViewsArchive>();

    public override void MapApi(ApiRoutes api)
    {
        PeopleListApi.Map(api);
        ViewsApi.Map(api);
    }

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        PeoplePage.Map(pages);
        ViewsPage.Map(pages);
        ManyPage.Map(pages);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [PeopleCli.Command(shell)];

    public override async Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop)
    {
        var (store, clock) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>());
        await store.ForgetDeletedViews(clock, stop);
        await store.ForgetOldChanges(clock, stop);
        await store.WeighPeopleList(clock, stop);
    }
}
