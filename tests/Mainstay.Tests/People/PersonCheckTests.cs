using Mainstay.People;

namespace Mainstay.Tests.People;

public class PersonCheckTests
{
    [Fact]
    public void Nothing_is_wrong_with_a_full_record() => Assert.Empty(Samples.Grace.Check());

    [Fact]
    public void Says_what_is_wrong_field_by_field()
    {
        var person = new PersonDetails
        {
            TimeZone = "Europe/Atlantis",
            MetOn = "spring",
            Emails = [new("not an address")],
            Dates = [new("birthday", 2023, 2, 29), new("birthday", null, 4, null)],
            Roles = [new(" "), new("mentor", new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 1))],
            Photo = new("image/png", new byte[PersonCheck.LargestPhoto + 1]),
            Notes = new string('n', PersonCheck.LongestNotes + 1),
            Labels = [.. Enumerable.Range(0, PersonCheck.MostDetails + 1).Select(i => $"l{i}")],
            Links = [new(new string('l', PersonCheck.LongestValue + 1))],
        };

        Assert.Equal(
            ["contacts People.TooLong", "dates People.NotADate", "dates People.NotADate", "emails People.NotAnEmail", "labels People.TooMany", "metOn People.NotADate", "notes People.TooLong",
                "photo People.PhotoTooLarge", "roles People.EndsBeforeItBegins", "roles People.RoleMissing", "timeZone People.UnknownZone"],
            person.Check().Select(p => $"{p.Field} {p.Sentence.Key}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_person_needs_something_to_be_called_by()
    {
        Assert.Equal("People.NameMissing", new PersonDetails { Name = " " }.Check().Of("name")?.Key);
        Assert.Equal("People.TooLong", new PersonDetails { Name = new string('x', PersonCheck.LongestName + 1) }.Check().Of("name")?.Key);
        Assert.Empty(new PersonDetails { Phones = [new("+44 20 7946 0000")] }.Check());
    }

    [Fact]
    public void The_29th_of_February_is_a_birthday_without_a_year() => Assert.Empty(new PersonDetails { Name = "Leap", Dates = [new("birthday", null, 2, 29)] }.Check());
}
