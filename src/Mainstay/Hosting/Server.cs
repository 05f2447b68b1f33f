using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Jobs;
using Mainstay.Live;
using Mainstay.Sharing;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mainstay.Hosting;

/// <summary>The web server: the rooms' pages behind the guards.</summary>
public static class Server
{
    /// <summary>A question of thousands of words is answered by a sentence, not by a closed door.</summary>
    private const int LongestAddress = 128 * 1024;

    /// <summary>How long what is under way may take when the server is asked to stop.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    /// <param name="settings">Where it listens and keeps its data.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="rooms">All rooms, in order.</param>
    /// <param name="furnish">Adds what the rooms need.</param>
    public static WebApplication Build(Settings settings, TimeProvider clock, IReadOnlyList<Room> rooms, Action<IServiceCollection> furnish)
    {
        // Empty: nothing is read from files or from variables that are meant for others.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Mainstay", ContentRootPath = AppContext.BaseDirectory });
        var certificate = settings.Certificate is null ? null : new Certificate(settings, clock);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
            kestrel.Listen(settings, certificate);
        });
        builder.Logging.AddLogs(settings);
        AddServices(builder.Services, settings);
        var places = PlacesOf(rooms);
        builder.Services.AddScoped(services => places.For(services.GetRequiredService<Visit>().Guest));
        furnish(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Scoped(VisitedStore));
        builder.Services.AddHostedService<Clockwork>();
        builder.Services.AddHostedService(services => new DayByDay(rooms, services, services.GetRequiredService<ILogger<DayByDay>>()));
        var app = builder.Build();
        if (settings.Proxies is not null) app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseCompressionWhereSafe();
        app.UseMiddleware<Failures>();
        app.UseMiddleware<Guards>(Guards.Doors.Of(settings));
        app.UseRouting();
        app.UseMiddleware<Welcome>();
        app.UseMiddleware<Admission>();
        app.UseMiddleware<Forms>();
        Map(app, rooms);
        return app;
    }

    private static Places PlacesOf(IReadOnlyList<Room> rooms)
    {
        IEnumerable<NavItem> Of(Func<Room, IEnumerable<NavItem?>> items) => rooms.SelectMany(r => items(r).OfType<NavItem>().Select(i => i with { IsOwnersOnly = r.IsOwnersOnly }));
        var adds = Of(r => r.Adds).OrderBy(a => a.Key is null); // what has a key of its own is wanted most, and comes first
        return new([Places.Today, .. Of(r => [r.Nav])], [.. adds], [Places.Account, Places.Networks, .. Of(r => r.Shortcuts), Places.HelpNow], [.. Of(r => r.Questions)]);
    }

    /// <summary>A store sees the space of who was let in, if it is made after that; most requests of programs need none.</summary>
    private static Store VisitedStore(IServiceProvider services) =>
        new(services.GetRequiredService<DbContextOptions<Store>>(), services.GetServices<IFollowRows>())
        {
            SpaceId = services.GetRequiredService<Visit>().Guest?.Owner.SpaceId ?? Guid.Empty,
            ShowsPrivate = services.GetRequiredService<Visit>().Guest is not { IsOwner: false },
        };

    private static void Map(WebApplication app, IReadOnlyList<Room> rooms)
    {
        app.Get("/healthz", Health.Check);
        app.Get("/assets/{name}", SiteFiles.Serve);
        app.Get("/favicon.ico", [Unattended] () => Results.NotFound());
        SetUpPage.Map(app);
        SignInPage.Map(app);
        CodePage.Map(app);
        if (app.Services.GetService<Provider>() is not null) ProviderPage.Map(app);
        LinkPage.Map(app);
        ByLink.Map(app);
        JoinPage.Map(app);
        var ofAccount = app.MapGroup("").WithMetadata(new OfAccountAttribute());
        SignOutPage.Map(ofAccount);
        SettingsPage.Map(ofAccount);
        SecurityPage.Map(ofAccount);
        TokensPage.Map(ofAccount);
        NetworksPage.Map(ofAccount);
        SharingPage.Map(app);
        var ownersOnly = app.MapGroup("").WithMetadata(new OwnersOnlyAttribute());
        DataPage.Map(ownersOnly);
        ErasePage.Map(ownersOnly);
        Installing.Map(app);
        OfflinePage.Map(app);
        TodayPage.Map(app);
        SearchPage.Map(app);
        GrowthPage.Map(app);
        MorePage.Map(app);
        foreach (var room in rooms) room.MapPages(room.IsOwnersOnly ? ownersOnly : app);
        MapApi(app, rooms);
        app.MapFallback("{*path}", Failures.NoSuchPage).WithMetadata(new UnattendedAttribute { Greets = true });
    }

    private static void MapApi(WebApplication app, IReadOnlyList<Room> rooms)
    {
        var api = new ApiRoutes(app);
        api.Schemes["session"] = () => new()
        {
            ["type"] = "apiKey", ["in"] = "cookie", ["name"] = app.Services.GetRequiredService<SessionCookie>().Name,
            ["description"] = "A browser that is signed in. To change something it also sends the header `RequestVerificationToken`, with the token that stands in the forms of every page.",
        };
        TodayApi.Map(api);
        SearchApi.Map(api);
        foreach (var room in rooms)
            if (room.IsOwnersOnly) api.ForOwners(() => room.MapApi(api));
            else room.MapApi(api);
        api.ForOwners(() => ExportApi.Map(api));
        ProfileApi.Map(api);
        AccountApi.Map(api);
        SharingApi.Map(api);
        DocumentApi.Map(api);
        ApiPage.Map(app, api);
        api.Close();
    }

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddSystemd(); // says when it is ready, if the system waits for that
        services.AddRouting();
        services.AddCompression();
        services.AddTelemetry(settings);
        if (settings.Proxies is { } proxies) services.Configure<ForwardedHeadersOptions>(forwarded => Proxies.Believe(forwarded, proxies));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddScoped<AvatarLooks>();
        services.AddSingleton(new SettingsTab(SharingPage.Address, "Sharing.Title"));
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<LiveParts>();
        services.AddScoped<PasskeyCeremony>();
        services.AddSingleton<HalfwayCookie>();
        services.AddProvider(settings);
        services.AddSingleton(provider => new Allowance(settings.ApiLimit, provider.GetRequiredService<TimeProvider>())).AddSingleton<KnownGuests>().AddSingleton<LinkLimit>().AddSingleton<ReadBefore>();
        Seals.Keep(services.AddDataProtection(), settings);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true; // Guards says it for every answer
        });
        services.AddOptions<AntiforgeryOptions>().Configure<SessionCookie>((forms, session) => forms.Cookie.Name = session.NameOf("forms"));
    }
}
