using System.Globalization;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests;

/// <summary>A whole house on a database of its own, with a clock that stands where the test says. Ada owns it.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly List<AsyncServiceScope> scopes = [];
    private bool bobIsHere;

    private TestHouse(Settings settings, StandingClock clock)
    {
        Settings = settings;
        Clock = clock;
        services = House.Furnish(settings, clock).BuildServiceProvider();
    }

    /// <summary>Ada's store. Each call of <see cref="Again"/> gives another one, as another request would.</summary>
    public Store Store { get; private set; } = null!;

    public Owner Ada { get; private set; } = null!;

    public Settings Settings { get; private set; }

    public StandingClock Clock { get; }

    public DateOnly Today => Ada.Today(Clock);

    public IServiceProvider Services => services;

    /// <summary>What the environment says beside the usual when a command is typed.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Ada's account, made when somebody asks for it. It has no password: her browsers were signed in before.</summary>
    public async Task<Account> AdasAccount()
    {
        var locale = await Store.Spaces.Where(s => s.Id == Ada.SpaceId).Select(s => s.Locale).SingleAsync(TestContext.Current.CancellationToken);
        return await AccountOf(new() { Name = "Ada Lovelace", Mail = "ada@example.org", Locale = locale });
    }

    /// <summary>Bob's account, with a network that nobody else sees.</summary>
    public async Task<Account> BobsAccount()
    {
        await AdasAccount(); // who is first takes over the network that is there
        bobIsHere = true;
        return await AccountOf(new() { Name = "Bob", Mail = "bob@example.org", TimeZone = "Europe/Berlin", Locale = "en" });
    }

    /// <summary>What the cookie of a browser holds in which this account is signed in.</summary>
    public Task<string> SignIn(Account account) => NewStore().BeginSession(account.Id, new("Firefox", "Linux"), Clock, TestContext.Current.CancellationToken);

    /// <summary>As who works on Mainstay serves it.</summary>
    public void ServeForDevelopers() => Settings = Settings with { ForDevelopers = true };

    /// <summary>Builds it on the day on which everything happens, at noon UTC.</summary>
    public static async Task<TestHouse> Build(Engine engine, DateOnly? today = null)
    {
        var noon = (today ?? new DateOnly(2026, 5, 1)).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        var house = new TestHouse(await Databases.Fresh(engine), new StandingClock(noon));
        house.Store = house.NewStore();
        Languages.Speak(CultureInfo.GetCultureInfo("en")); // whatever language the machine speaks
        house.Ada = await house.Store.EnterAsLocalOwner(house.Clock, TestContext.Current.CancellationToken);
        return house;
    }

    /// <summary>A store of Ada's with nothing in memory.</summary>
    public Store Again() => Store = NewStore(Ada.SpaceId);

    /// <summary>A store of whoever's space it is.</summary>
    public Store Scope(Guid space) => NewStore(space);

    /// <summary>Bob has a network of his own on the same database, and must see nothing of Ada's.</summary>
    public async Task<Store> Bob()
    {
        var store = NewStore();
        Guid id;
        do id = Guid.CreateVersion7(); // the first account takes over the oldest network, and ids of one millisecond stand in no order
        while (id.CompareTo(Ada.SpaceId) < 0);
        var space = new Space { Id = id, Name = "Bob's network", TimeZone = "Europe/Berlin", Locale = "de", CreatedAt = Clock.GetUtcNow().UtcDateTime };
        store.Add(space);
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        store.SpaceId = space.Id;
        bobIsHere = true;
        return store;
    }

    /// <summary>Types a command as Ada would, and waits for its answer.</summary>
    public Task<Answer> Type(params string[] args) => Press(null, args);

    /// <summary>Types a command at a terminal, and then presses these keys.</summary>
    public Task<Answer> Press(string? keys, params string[] args) => Press(keys, TextReader.Null, args);

    /// <summary>Types a command that reads this from standard input.</summary>
    public Task<Answer> Pipe(string input, params string[] args) => Press(null, new StringReader(input), args);

    private async Task<Answer> Press(string? keys, TextReader input, string[] args)
    {
        using var written = new StringWriter();
        using var aside = new StringWriter();
        var around = new Surroundings { Out = written, Error = aside, In = input, Clock = Clock, Variable = Variable, CanAsk = keys is not null, Key = new Queue<char>(keys ?? "").Dequeue };
        var code = await House.Run(args, around, TestContext.Current.CancellationToken);
        return new Answer(code, written.ToString(), aside.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in scopes) await scope.DisposeAsync();
        await services.DisposeAsync();
        await Databases.Remove(Settings);
    }

    private string? Variable(string name) => name switch { "MAINSTAY_DATA" => Settings.Data, "MAINSTAY_DATABASE" => Settings.Database, "MAINSTAY_SPACE" => bobIsHere ? Ada.SpaceId.ToString() : null, _ => Variables.GetValueOrDefault(name) };

    private async Task<Account> AccountOf(NewAccount details)
    {
        var scope = services.CreateAsyncScope();
        scopes.Add(scope);
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        return await store.Accounts.SingleOrDefaultAsync(a => a.Mail == details.Mail, TestContext.Current.CancellationToken)
            ?? await store.AddAccount(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), details, Clock, TestContext.Current.CancellationToken);
    }

    private Store NewStore(Guid space = default)
    {
        var scope = services.CreateAsyncScope();
        scopes.Add(scope);
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.SpaceId = space;
        return store;
    }
}

/// <summary>What a command answered.</summary>
public sealed record Answer(int Code, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The answer, if the command said that all is well.</summary>
    public Answer Fine()
    {
        Assert.True(Code == 0, $"Exit code {Code}: {Error}");
        return this;
    }
}

/// <summary>A clock that stands until it is moved.</summary>
public sealed class StandingClock(DateTime utc) : TimeProvider
{
    private DateTimeOffset now = new(utc, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateOnly day) => now = new(day.ToDateTime(TimeOnly.FromDateTime(now.UtcDateTime)), TimeSpan.Zero);

    public void Pass(TimeSpan time) => now += time;
}
