using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Gatherings;
using Mainstay.Hosting;
using Mainstay.Jobs;
using Mainstay.Mcp;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Calendars;

public sealed class CalendarsRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Calendars.Which", WhichPage.Address, "calendar") { Within = Places.InGatherings }, new("Calendars.Announced", AnnouncedPage.Address, "calendar") { Within = Places.InGatherings }, new("Calendars.Title", CalendarsPage.Address, "calendar") { Within = Places.InGatherings }];

    public override IEnumerable<Tool> Tools => [WhichTools.Which];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<AddressSource>()
        .AddSingleton<WhichQueries>()
        .AddSingleton<IJob, CalendarsJob>()
        .AddSingleton<ITodayCard, AnnouncedCard>()
        .AddSingleton<ITodayCard, AttendingCard>()
        .AddSingleton<IGatheringsGone, GoneQueries>()
        .AddSingleton<IGatheringsPanel, CalendarsPanel.Hook>()
        .AddSingleton<IGatheringsPanel, AttendingPanel.Hook>()
        .AddSingleton<IOrganizationPanel, AnnouncedByPanel.Hook>()
        .AddSingleton<IOrganizationRows, CalendarsMerge>()
        .AddSingleton<IPutBack, CalendarActions.Back>()
        .AddSingleton<IPutBack, AnnouncedActions.Back>()
        .AddSingleton<IPutBack, AttendingActions.Back>()
        .AddSingleton<IArchiveSection, CalendarsArchive>()
        .AddSingleton<IArchiveSection, AnnouncedArchive>()
        .AddSingleton<IArchiveSection, AttendingArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        CalendarsPage.Map(pages);
        CalendarPage.Map(pages);
        AnnouncedPage.Map(pages);
        WhichPage.Map(pages);
        AttendingPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        CalendarsApi.Map(api);
        WhichApi.Map(api);
        AttendingApi.Map(api);
    }

    public override void ExtendCommands(RootCommand root, Shell shell) => CalendarsCli.ExtendCommands(root, shell);

    /// <summary>Whatever became of the alarm, be it that an archive was taken in or a clock was set back: no calendar is forgotten for longer than a day.</summary>
    public override Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop) =>
        services.GetRequiredService<Store>().WakeCalendars(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, stop);
}
