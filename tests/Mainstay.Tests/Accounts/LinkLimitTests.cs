using Mainstay.Accounts;

namespace Mainstay.Tests.Accounts;

public class LinkLimitTests
{
    private readonly StandingClock clock = new(new DateTime(2026, 5, 1, 12, 0, 20, DateTimeKind.Utc));

    [Fact]
    public void One_link_is_opened_so_often_a_minute_wherever_from()
    {
        var limit = new LinkLimit(clock);
        for (var i = 0; i < LinkLimit.OfLink; i++) limit.Count(Secret(1), $"place {i}");

        var refused = Assert.Throws<TooSoon>(() => limit.Count(Secret(1), "another place"));

        Assert.Equal((429, 40), (refused.Status, refused.Seconds));
        limit.Count(Secret(2), "place 1");
    }

    [Fact]
    public void One_place_opens_so_many_a_minute_and_others_go_on()
    {
        var limit = new LinkLimit(clock);
        for (var i = 0; i < LinkLimit.OfPlace; i++) limit.Count(Secret(i), "here");

        Assert.Throws<TooSoon>(() => limit.Count(Secret(999), "here"));
        limit.Count(Secret(999), "there");
    }

    [Fact]
    public void The_next_minute_begins_anew()
    {
        var limit = new LinkLimit(clock);
        for (var i = 0; i < LinkLimit.OfPlace; i++) limit.Count(Secret(i), "here");

        clock.Pass(TimeSpan.FromSeconds(40));

        limit.Count(Secret(1), "here");
    }

    private static string Secret(int number) => number.ToString("D28", System.Globalization.CultureInfo.InvariantCulture);
}
