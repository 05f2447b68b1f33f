using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Mainstay.Hosting;

/// <summary>The web server: the rooms' pages behind the guards.</summary>
public static class Server
{
    /// <param name="settings">Where it listens and keeps its data.</param>
    /// <param name="rooms">All rooms, in order.</param>
    /// <param name="furnish">Adds what the rooms need.</param>
    public static WebApplication Build(Settings settings, IReadOnlyList<Room> rooms, Action<IServiceCollection> furnish)
    {
        // Empty: nothing is read from files or from variables that are meant for others.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Mainstay", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(Listening.ToBind(settings.Urls));
        AddLogging(builder.Logging);
        AddServices(builder.Services, settings);
        builder.Services.AddSingleton(new Places([Places.Today, .. rooms.Select(r => r.Nav).OfType<NavItem>()], [.. rooms.SelectMany(r => r.Adds)]));
        furnish(builder.Services);
        builder.Services.AddHostedService(services => new DayByDay(rooms, services, services.GetRequiredService<ILogger<DayByDay>>()));
        var app = builder.Build();
        app.UseMiddleware<Failures>();
        app.UseMiddleware<Guards>(new Guards.Doors(Listening.Hosts(settings.Urls)));
        app.UseRouting();
        app.UseMiddleware<Welcome>();
        app.UseMiddleware<Admission>();
        app.UseMiddleware<Forms>();
        Map(app, rooms);
        return app;
    }

    private static void Map(WebApplication app, IReadOnlyList<Room> rooms)
    {
        app.MapGet("/healthz", Health.Check);
        app.MapGet("/assets/{name}", SiteFiles.Serve);
        app.MapGet("/favicon.ico", [Unattended] () => Results.NotFound());
        SetUpPage.Map(app);
        SignInPage.Map(app);
        LinkPage.Map(app);
        SignOutPage.Map(app);
        TodayPage.Map(app);
        BringPage.Map(app);
        foreach (var room in rooms) room.MapPages(app);
        MapApi(new(app), rooms);
        app.MapFallback("{*path}", Failures.NoSuchPage).WithMetadata(new UnattendedAttribute { Greets = true });
    }

    private static void MapApi(ApiRoutes api, IReadOnlyList<Room> rooms)
    {
        TodayApi.Map(api);
        SearchApi.Map(api);
        foreach (var room in rooms) room.MapApi(api);
        ExportApi.Map(api);
        DocumentApi.Map(api);
        api.Close();
    }

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddRouting();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddSingleton<SessionCookie>();
        services.AddDataProtection().SetApplicationName("Mainstay").PersistKeysToFileSystem(Keys(settings));
        services.AddAntiforgery(forms =>
        {
            // Cookies do not know ports: another Mainstay on this machine must not take this one's.
            forms.Cookie.Name = "mainstay-forms-" + SiteFiles.Hash(System.Text.Encoding.UTF8.GetBytes(settings.Data));
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true; // Guards says it for every answer
        });
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // What fails is logged once, by Failures, without what somebody wrote. And the keys lie in a folder nobody else may read.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
    }

    private static DirectoryInfo Keys(Settings settings)
    {
        var folder = Path.Combine(settings.Data, "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
