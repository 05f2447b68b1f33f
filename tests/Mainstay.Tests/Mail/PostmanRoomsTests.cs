using Mainstay.Mail;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Mail;

/// <summary>Where a room stumbles over a letter, it is neither lost nor sent twice.</summary>
public class PostmanRoomsTests
{
    private static readonly NewLetter Hello = new() { Cause = "Mail.CauseTest", To = "ada@example.org", Subject = "Hello", Text = "Good morning, Ada." };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_cannot_be_told_to_stand_waits_and_that_is_no_attempt(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var letter = await house.Store.Post(Hello, house.Clock, Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(house, desk, new ServiceCollection().AddSingleton<ILetterSubjects, Stumbling>()));
        var after = await house.Again().LetterOf(letter.Id, Stop);
        house.Clock.Pass(TimeSpan.FromHours(1));
        await Run(house, desk, new ServiceCollection());

        Assert.Equal((LetterState.Waiting, 0), (after.State, after.Attempts));
        Assert.Single(desk.Mails);
        Assert.Equal(LetterState.Sent, (await house.Again().LetterOf(letter.Id, Stop)).State);
    }

    [Theory, OnBoth]
    public async Task What_left_stays_sent_whatever_a_room_makes_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk { Answers = { ["RCPT"] = "550 5.1.1 No such user here" } };
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        await Run(house, desk, new ServiceCollection());
        desk.Answers.Clear();
        await house.Again().SendAgain(letter.Id, house.Clock, Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(house, desk, new ServiceCollection().AddSingleton<ILetterFates, Stumbling>()));
        house.Clock.Pass(TimeSpan.FromHours(1));
        await Run(house, desk, new ServiceCollection());

        Assert.Single(desk.Mails);
        Assert.Equal(LetterState.Sent, (await house.Again().LetterOf(letter.Id, Stop)).State);
    }

    private static async Task Run(TestHouse house, SmtpDesk desk, IServiceCollection rooms)
    {
        var settings = house.Settings with { Smtp = desk.Address, MailFrom = "post@mainstay.example" };
        await using var services = rooms.BuildServiceProvider();
        await new Postman([new SmtpCarrier(settings)], settings).Run(new(services, house.Again(), house.Ada, house.Clock), Stop);
    }

    private sealed class Stumbling : ILetterSubjects, ILetterFates
    {
        public Task<bool> StillStands(Store store, Letter letter, TimeProvider clock, CancellationToken stop) => throw new InvalidOperationException("A room stumbled.");

        public Task<bool> MayStandAgain(Store store, Letter letter, TimeProvider clock, CancellationToken stop) => throw new InvalidOperationException("A room stumbled.");

        public Task ReachedNobody(Store store, Letter letter, TimeProvider clock, CancellationToken stop) => Task.CompletedTask;

        public Task WentOut(Store store, Letter letter, TimeProvider clock, CancellationToken stop) => throw new InvalidOperationException("A room stumbled.");
    }
}
