using Mainstay.Live;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Live;

public class SignalsTests
{
    /// <summary>So long one waits for what should come, and for what should not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Moment = TimeSpan.FromMilliseconds(700);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_is_signalled_in_one_process_is_heard_in_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var other = new Process(house);
        using var hearing = await Quietly(other.Signals, house.Ada.SpaceId);

        await AddAndSignal(house, "posts");

        Assert.True(await hearing.Next(Patience, Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_not_kept_is_not_heard(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var other = new Process(house);
        using var hearing = await Quietly(other.Signals, house.Ada.SpaceId);

        await using (await house.Store.WriteAlone(Stop)) await AddAndSignal(house, "posts");

        Assert.False(await hearing.Next(Moment, Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_signalled_between_two_looks_is_not_lost(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var other = new Process(house);
        using var hearing = await Quietly(other.Signals, house.Ada.SpaceId);

        for (var i = 0; i < 3; i++) await AddAndSignal(house, "posts");
        await Task.Delay(Moment, Stop);

        Assert.True(await hearing.Next(Patience, Stop));
        Assert.False(await hearing.Next(Moment, Stop)); // several are one
        await AddAndSignal(house, "posts");
        Assert.True(await hearing.Next(Patience, Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_signalled_at_once_after_somebody_began_to_hear_is_heard(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var other = new Process(house);
        using var hearing = other.Signals.Hear(house.Ada.SpaceId, "posts");

        await AddAndSignal(house, "posts");

        Assert.True(await hearing.Next(Patience, Stop));
    }

    [Fact]
    public async Task The_command_line_is_heard_on_SQLite_too()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var other = new Process(house);
        using var hearing = await Quietly(other.Signals, house.Ada.SpaceId);

        (await house.Type("person", "add", "Grace Hopper")).Fine();

        Assert.True(await hearing.Next(Patience, Stop));
    }

    /// <summary>PostgreSQL knows who is meant; on SQLite everybody looks after each commit.</summary>
    [Fact]
    public async Task Another_topic_and_another_space_are_not_heard()
    {
        Assert.SkipWhen(Databases.Postgres is null, "MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        await using var house = await TestHouse.Build(Engine.Postgres);
        var bob = await house.Bob();
        await using var other = new Process(house);
        using var hearing = await Quietly(other.Signals, house.Ada.SpaceId);

        await house.Store.Signal("session-1", Stop);
        await bob.Signal("posts", Stop);

        Assert.False(await hearing.Next(Moment, Stop));
        await house.Store.Signal("posts", Stop);
        Assert.True(await hearing.Next(Patience, Stop));
    }

    [Fact]
    public async Task A_line_that_was_cut_is_taken_up_again_and_everybody_looks()
    {
        Assert.SkipWhen(Databases.Postgres is null, "MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        await using var house = await TestHouse.Build(Engine.Postgres);
        await using var other = new Process(house);
        using var hearing = await Quietly(other.Signals, house.Ada.SpaceId);

        await Cut(house);
        Assert.True(await hearing.Next(Patience, Stop)); // something may have been missed meanwhile
        await Settle(hearing);
        await house.Store.Signal("posts", Stop);

        Assert.True(await hearing.Next(Patience, Stop));
    }

    [Theory, OnBoth]
    public async Task Nothing_but_a_short_name_is_a_topic(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        await Assert.ThrowsAsync<ArgumentException>(() => house.Store.Signal("Grace Hopper", Stop));
    }

    private static async Task AddAndSignal(TestHouse house, string topic)
    {
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.Signal(topic, Stop);
    }

    /// <summary>A hearing that has been woken for its beginning already.</summary>
    private static async Task<Hearing> Quietly(Signals signals, Guid space)
    {
        var hearing = signals.Hear(space, "posts");
        await Settle(hearing);
        return hearing;
    }

    private static async Task Settle(Hearing hearing)
    {
        while (await hearing.Next(Moment, Stop))
        {
            // once for the line that was opened
        }
    }

    private static async Task Cut(TestHouse house)
    {
        await using var line = new Npgsql.NpgsqlConnection(house.Settings.Database);
        await line.OpenAsync(Stop);
        await using var cut = new Npgsql.NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mainstay live' AND datname = current_database()", line);
        await cut.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>Another process on the same database.</summary>
    private sealed class Process(TestHouse house) : IAsyncDisposable
    {
        private readonly ServiceProvider services = House.Furnish(house.Settings, house.Clock).BuildServiceProvider();

        public Signals Signals => services.GetRequiredService<Signals>();

        public ValueTask DisposeAsync() => services.DisposeAsync();
    }
}
