using System.Globalization;
using Mainstay.Deliveries;
using Mainstay.Intake;
using Mainstay.Storage;
using Mainstay.Tests.Intake;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Deliveries;

public class ImportJobTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Looks_ahead_and_brings_in_when_told_and_leaves_no_file_behind(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var job = await Running.Start(house);
        var delivery = await job.HandIn(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example") + Bring.Card("Alan Turing"));
        await job.Wake(delivery);

        var seen = await house.Again().DeliveryOf(delivery, Stop);
        Assert.Equal((DeliveryStage.Ready, 2), (seen.Stage, seen.Seen()!.Report!.Files[0].Added));
        Assert.Equal(["Grace Hopper", "Alan Turing"], seen.Seen()!.Report!.Files[0].First!.Select(f => f.Name));
        Assert.Empty(await house.Names());

        await house.Again().Start(delivery, new Dictionary<string, string>(), false, Stop);
        await house.Store.Start(delivery, new Dictionary<string, string>(), false, Stop);
        await job.Wake(delivery);

        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names());
        Assert.Equal(delivery, Assert.Single(await house.Store.AllImports(Stop)).Id);
        Assert.Empty(await house.Store.AllDeliveries(Stop));
        Assert.Empty(job.Source.All());
    }

    [Theory, OnBoth]
    public async Task A_table_nobody_knows_waits_until_its_columns_are_explained(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var job = await Running.Start(house);
        var delivery = await job.HandIn("Member,Mail\nGrace Hopper,grace@navy.example\n");
        await job.Wake(delivery);
        var asking = await house.Again().DeliveryOf(delivery, Stop);
        Assert.Equal((DeliveryStage.Asking, Meaning.Email), (asking.Stage, asking.Seen()!.Tables[0].Guess.Meanings[1]));

        await Assert.ThrowsAsync<Mistaken>(() => house.Store.Explain(delivery, new Dictionary<int, TableColumns> { [0] = new([Meaning.Notes, Meaning.Nothing], true) }, Stop));
        await house.Store.Explain(delivery, new Dictionary<int, TableColumns> { [0] = new([Meaning.Name, Meaning.Email], true) }, Stop);
        await job.Wake(delivery);

        Assert.Equal(1, (await house.Again().DeliveryOf(delivery, Stop)).Seen()!.Report!.Files[0].Added);
    }

    [Theory, OnBoth]
    public async Task What_was_interrupted_is_said_at_the_next_start_and_can_be_started_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        Guid delivery;
        await using (var job = await Running.Start(house))
        {
            delivery = await job.HandIn(Bring.Card("Grace Hopper"));
            await job.Wake(delivery);
        }
        await house.Again().Start(delivery, new Dictionary<string, string>(), false, Stop); // and the server is killed

        await using var again = await Running.Start(house);
        while ((await house.Again().DeliveryOf(delivery, Stop)).Stage == DeliveryStage.Started) await Task.Delay(20, Stop);

        var seen = await house.Again().DeliveryOf(delivery, Stop);
        Assert.Equal((DeliveryStage.Ready, "Mainstay was stopped in the middle of this import. Nothing of it was brought in. You can start it again."), (seen.Stage, seen.Problem));
        await house.Store.Start(delivery, new Dictionary<string, string>(), false, Stop);
        await again.Wake(delivery);
        Assert.Equal(["Grace Hopper"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task An_import_that_is_stopped_in_the_middle_leaves_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var job = await Running.Start(house);
        var delivery = await job.HandIn(string.Concat(Enumerable.Range(0, 3_000).Select(i => Bring.Card($"Visitor {i}", $"UID:v-{i}"))));
        await job.Wake(delivery);
        await house.Again().Start(delivery, new Dictionary<string, string>(), false, Stop);

        var done = job.Wake(delivery);
        while (job.Job.StepOf(delivery) is not { Rows: >= 500 }) await Task.Delay(1, Stop);
        await job.Job.Stop(delivery);
        await house.Again().Halt(delivery, null, Stop);
        await done;

        Assert.Empty(await house.Names());
        Assert.Equal(DeliveryStage.Ready, (await house.Store.DeliveryOf(delivery, Stop)).Stage);
    }

    [Theory, OnBoth]
    public async Task Two_at_once_come_in_one_after_the_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var job = await Running.Start(house);
        var (one, two) = (await job.HandIn(Bring.Card("Grace Hopper", "UID:g-1")), await job.HandIn(Bring.Card("Grace Hopper", "UID:g-1") + Bring.Card("Alan Turing")));
        await Task.WhenAll(job.Wake(one), job.Wake(two));
        await Until(async () => await house.Again().Deliveries.AllAsync(d => d.Stage == DeliveryStage.Ready, Stop));
        foreach (var delivery in (Guid[])[one, two]) await house.Again().Start(delivery, new Dictionary<string, string>(), false, Stop);

        await Task.WhenAll(job.Wake(one), job.Wake(two), job.Wake(one));
        await Until(async () => !await house.Again().Deliveries.AnyAsync(d => d.Stage != DeliveryStage.Broken, Stop));

        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names());
        Assert.Equal([(1, 1), (1, 0)], (await house.Store.AllImports(Stop)).Select(i => (i.Added, i.Unchanged)));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_brought_in_says_why_and_its_files_go(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var job = await Running.Start(house);
        var delivery = await job.HandIn(Bring.Card("Grace Hopper"), held => File.WriteAllText(held.Files(["x"])[0].Path, ""));

        await job.Wake(delivery);

        var broken = await house.Again().DeliveryOf(delivery, Stop);
        Assert.Equal((DeliveryStage.Broken, "contacts.vcf is empty. Nothing was imported."), (broken.Stage, broken.Problem));
        for (var waits = 0; waits < 500 && job.Source.All().Count > 0; waits++) await Task.Delay(20, Stop); // the look around at the start may just have it in hand
        Assert.Empty(job.Source.All());
    }

    [Theory, OnBoth]
    public async Task What_nobody_decides_about_is_let_go_after_a_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        Guid delivery;
        await using (var job = await Running.Start(house)) delivery = await job.HandIn(Bring.Card("Grace Hopper"));
        house.Clock.Pass(TimeSpan.FromHours(25));

        await using var later = await Running.Start(house);
        while (later.Source.All().Count > 0) await Task.Delay(20, Stop);

        Assert.Empty(await house.Again().AllDeliveries(Stop));
    }

    [Theory, OnBoth]
    public async Task Only_a_few_wait_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var job = await Running.Start(house);
        var first = await job.HandIn(Bring.Card("Grace Hopper"));

        for (var i = 0; i < DeliveriesActions.MostWaiting; i++) await job.HandIn(Bring.Card("Grace Hopper"));

        Assert.Equal(DeliveriesActions.MostWaiting, (await house.Again().AllDeliveries(Stop)).Count);
        await Assert.ThrowsAsync<NotFound>(() => house.Store.DeliveryOf(first, Stop));
    }

    [Fact]
    public async Task What_another_server_is_told_to_do_is_done_by_the_one_that_has_the_files()
    {
        Assert.SkipWhen(Databases.Postgres is null, "MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        await using var house = await TestHouse.Build(Engine.Postgres);
        await using var job = await Running.Start(house);
        await using var other = await Running.Start(house, Path.Combine(house.Settings.Data, "elsewhere"));
        var delivery = await job.HandIn(Bring.Card("Grace Hopper"));
        await job.Wake(delivery);
        await Task.Delay(TimeSpan.FromSeconds(3), Stop); // until it has been seen to wait

        await house.Again().Start(delivery, new Dictionary<string, string>(), false, Stop);
        await other.Wake(delivery);
        Assert.Equal(DeliveryStage.Started, (await house.Again().DeliveryOf(delivery, Stop)).Stage); // it has left it alone

        for (var tries = 0; (await house.Names()).Count == 0; tries++)
        {
            Assert.True(tries < 100, "Nobody did it.");
            await Task.Delay(200, Stop);
        }
        Assert.Equal(["Grace Hopper"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task Bob_sees_and_starts_nothing_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var job = await Running.Start(house);
        var delivery = await job.HandIn(Bring.Card("Grace Hopper"));
        await job.Wake(delivery);
        var bob = await house.Bob();

        Assert.Empty(await bob.AllDeliveries(Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.DeliveryOf(delivery, Stop));
        await bob.Start(delivery, new Dictionary<string, string>(), false, Stop);
        await bob.Drop(delivery, Stop);
        Assert.Equal(DeliveryStage.Ready, (await house.Again().DeliveryOf(delivery, Stop)).Stage);
    }

    /// <summary>The job as the server runs it.</summary>
    /// <summary>The look around at the start may have something in hand, so that waking does not wait for it.</summary>
    private static async Task Until(Func<Task<bool>> there)
    {
        for (var waits = 0; waits < 500 && !await there(); waits++) await Task.Delay(20, Stop);
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly TestHouse house;

        private Running(TestHouse house, Settings settings)
        {
            this.house = house;
            Source = new(settings);
            Job = new(house.Services, Source, settings, house.Clock, NullLogger<ImportJob>.Instance);
        }

        public DeliverySource Source { get; }

        public ImportJob Job { get; }

        /// <param name="house">Whose database it works on.</param>
        /// <param name="data">The data folder, where it is another server's.</param>
        public static async Task<Running> Start(TestHouse house, string? data = null)
        {
            var running = new Running(house, house.Settings with { Data = data ?? house.Settings.Data });
            await running.Job.StartAsync(Stop);
            return running;
        }

        public Task Wake(Guid delivery) => Job.Wake(house.Ada.SpaceId, delivery);

        /// <param name="text">What is in the file.</param>
        /// <param name="before">What is done to it before the job, which looks around when it starts, can see it.</param>
        public async Task<Guid> HandIn(string text, Action<DeliverySource.Held>? before = null)
        {
            var delivery = new Delivery { At = house.Clock.GetUtcNow().UtcDateTime, Files = """["contacts.vcf"]""", TimeZone = "UTC", Locale = CultureInfo.GetCultureInfo("en").Name };
            using var held = Source.Hold(house.Ada.SpaceId, delivery.Id)!;
            await using (var file = held.Create(0)) await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), Stop);
            await house.Again().HandIn(delivery, held.Files(["contacts.vcf"]), Stop);
            before?.Invoke(held);
            return delivery.Id;
        }

        public async ValueTask DisposeAsync()
        {
            await Job.StopAsync(Stop);
            Job.Dispose();
        }
    }
}
