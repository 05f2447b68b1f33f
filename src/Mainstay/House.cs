using System.CommandLine;
using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Archive;
using Mainstay.Beginning;
using Mainstay.Board;
using Mainstay.Calendars;
using Mainstay.Capture;
using Mainstay.Cards;
using Mainstay.Challenges;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Cli;
using Mainstay.Collaborations;
using Mainstay.CompiledModels;
using Mainstay.Coverage;
using Mainstay.Deliveries;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Feedback;
using Mainstay.Gatherings;
using Mainstay.Giving;
using Mainstay.Hosting;
using Mainstay.Insights;
using Mainstay.Intake;
using Mainstay.Introductions;
using Mainstay.Jobs;
using Mainstay.Learnings;
using Mainstay.Lists;
using Mainstay.Live;
using Mainstay.Mail;
using Mainstay.Matching;
using Mainstay.Mcp;
using Mainstay.Memberships;
using Mainstay.Merging;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.Outside;
using Mainstay.People;
using Mainstay.Pulse;
using Mainstay.Reminders;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Rounds;
using Mainstay.Sample;
using Mainstay.Search;
using Mainstay.Sharing;
using Mainstay.Storage;
using Mainstay.Styleguide;
using Mainstay.SupportPlans;
using Mainstay.Web;

namespace Mainstay;

/// <summary>All rooms, in building order: a room may use only the rooms above it.</summary>
public static class House
{
    public static readonly IReadOnlyList<Room> Rooms =
    [
        new PeopleRoom(),
        new OrganizationsRoom(),
        new RhythmRoom(),
        new NeedsRoom(),
        new ExchangeRoom(),
        new CoverageRoom(),
        new IntroductionsRoom(),
        new BoardRoom(),
        new ReviewsRoom(),
        new MembershipsRoom(),
        new CollaborationsRoom(),
        new OutreachRoom(),
        new CardsRoom(),
        new GatheringsRoom(),
        new CalendarsRoom(),
        new LearningsRoom(),
        new FeedbackRoom(),
        new AccountabilityRoom(),
        new PulseRoom(),
        new GivingRoom(),
        new ChallengesRoom(),
        new SupportPlansRoom(),
        new MatchingRoom(),
        new CirclesRoom(),
        new CircleSessionsRoom(),
        new RoundsRoom(),
        new CaptureRoom(),
        new ListsRoom(),
        new IntakeRoom(),
        new MergingRoom(),
        new DeliveriesRoom(),
        new RemindersRoom(),
        new BeginningRoom(),
        new InsightsRoom(),
        new SampleRoom(),
        new StyleguideRoom(),
    ];

    /// <summary>Everything the rooms need, on this database and clock.</summary>
    public static IServiceCollection Furnish(Settings settings, TimeProvider clock) => Furnish(new ServiceCollection(), settings, clock);

    /// <summary>The web server on this database and clock, not yet started.</summary>
    public static WebApplication Serve(Settings settings, TimeProvider clock) => Server.Build(settings, clock, Rooms, services => Furnish(services, settings, clock));

    private static IServiceCollection Furnish(IServiceCollection services, Settings settings, TimeProvider clock)
    {
        services.AddStore(settings, CompiledModel.For).AddAccounts().AddSingleton(clock)
            .AddScoped<IFollowRows, SearchFollower>()
            .AddSingleton<TodaySources>()
            .AddSingleton<DataVersion>().AddSingleton<Signals>()
            .AddSingleton<OutsideCalls>()
            .AddSingleton<ICarrier, SmtpCarrier>().AddSingleton<ICarrier, WebCarrier>()
            .AddSingleton<Postman>().AddSingleton<IJob>(house => house.GetRequiredService<Postman>());
        foreach (var room in Rooms) room.AddServices(services);
        services.AddSingleton<IArchiveSection, LettersArchive>(); // after what the letters are about
        return services;
    }

    public static Task<int> Run(IReadOnlyList<string> args, Surroundings around, CancellationToken stop = default)
    {
        var shell = new Shell(around, Furnish);
        return shell.Run(Root(shell), args, stop);
    }

    /// <summary>Every command with its options.</summary>
    public static RootCommand Root(Shell shell)
    {
        var root = new RootCommand("Cli.HelpMainstay") { shell.Data, shell.Space, shell.AsJson, shell.NoBackup };
        var urls = ServeCli.Urls();
        root.Add(TodayCli.Command(shell));
        foreach (var command in Rooms.SelectMany(r => r.Commands(shell))) root.Add(command);
        foreach (var command in BackupCli.Commands(shell)) root.Add(command);
        root.Add(ExportCli.Command(shell));
        foreach (var room in Rooms) room.ExtendCommands(root, shell);
        root.Add(ServeCli.Command(shell, urls, Serve));
        root.Add(urls);
        root.SetAction((typed, stop) => ServeCli.Serve(shell, typed, urls, Serve, stop));
        root.Add(OpenCli.Command(shell, urls));
        root.Add(UserCli.Command(shell));
        root.Add(InviteCli.Command(shell));
        root.Add(TokenCli.Command(shell));
        root.Add(MailCli.Command(shell));
        root.Add(McpCli.Command(shell, Rooms.SelectMany(r => r.Tools)));
        root.Add(DemoCli.Command(shell, urls, Serve));
        root.Add(ConfigCli.Command(shell));
        root.Add(CompletionsCli.Command(shell));
        Help.Into(root, shell.Around);
        return root;
    }
}
