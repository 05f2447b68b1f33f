using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Hosting;
using Mainstay.Jobs;
using Mainstay.Rhythm;
using Mainstay.Web;

namespace Mainstay.Reminders;

/// <summary>The day's cards by mail and to an address of the web, and the owner's days for their calendar.</summary>
[OwnersOnly]
public sealed class RemindersRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Reminders.Reminders", RemindersPage.Address, "mail") { Within = Places.Settings }, new("Reminders.Log", LettersPage.Address, "mail") { Within = Places.Settings }];

    public override void AddServices(IServiceCollection services)
    {
        services
            .AddSingleton<IJob, DigestJob>()
            .AddSingleton(new SettingsTab(RemindersPage.Address, "Reminders.Reminders") { IsOwnersOnly = true })
            .AddSingleton<IArchiveSection, RemindersArchive>()
            .AddSingleton<ILinkPurpose, StopMailsPage.Hook>()
            .AddSingleton<ILinkPurpose, DigestActPage.TaskHook>();
        foreach (var act in CardActPage.All) services.AddSingleton<ILinkPurpose>(act);
        foreach (var kind in Enum.GetValues<TouchKind>()) services.AddSingleton<ILinkPurpose>(new DigestActPage.TouchHook(kind));
    }

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        RemindersPage.Map(pages);
        LettersPage.Map(pages);
        FeedCalendar.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => RemindersApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [RemindersCli.Command(shell)];
}
