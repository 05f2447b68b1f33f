using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Web.Ui;

namespace Mainstay.People;

public sealed class PeopleRoom : Room
{
    public override NavItem Nav => new("People.Place", "/people", "people");

    public override IEnumerable<NavItem> Adds => [new("People.AddOne", "/people/new", "person")];

    public override IEnumerable<NavItem> Shortcuts => [new("People.TrashTitle", "/trash", "trash") { Within = Places.InPeople }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, RoleFactsQueries>()
        .AddSingleton<IAvatarLooks, AvatarQueries>()
        .AddSingleton<ISearchSource, PeopleSearchSource>()
        .AddSingleton<ISearchPeople, PeopleSearchSource>()
        .AddSingleton<ISearchResults, FoundPeopleSource>()
        .AddSingleton<IPutBack, PhotoActions.Back>()
        .AddSingleton<IPutBack, EditActions.Back>()
        .AddSingleton<IArchiveSection, PeopleArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        PersonPage.Map(pages);
        NewPersonPage.Map(pages);
        PhotoPage.Map(pages);
        ChangesPage.Map(pages);
        EditPage.Map(pages);
        TrashPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        PeopleApi.Map(api);
        PhotoApi.Map(api);
        TrashApi.Map(api);
        ChangesApi.Map(api);
    }

    public override IEnumerable<Tool> Tools => PeopleTools.All;

    public override IEnumerable<Command> Commands(Shell shell) => [PersonCli.Command(shell), PhotoCli.Command(shell), TrashCli.Command(shell), ChangesCli.Command(shell)];

    public override async Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop)
    {
        var (store, clock) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>());
        await store.EmptyTrash(services.GetServices<IPersonLeaves>(), clock, stop);
        await store.ForgetFormers(clock, stop);
    }
}
