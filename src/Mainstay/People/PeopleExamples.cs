namespace Mainstay.People;

/// <summary>Samples of what programs send and are told.</summary>
internal static class PeopleExamples
{
    public static readonly Guid GraceId = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01");

    public static readonly ListedPersonAnswer Listed = new(GraceId, "Grace Hopper")
    {
        Facts = new OrderedDictionary<string, object?> { ["roles"] = new[] { "mentor" }, ["organization"] = "US Navy", ["layer"] = "close", ["strength"] = 0.41, ["aliveness"] = 0.87, ["lastTouch"] = "2026-04-01", ["due"] = "2026-05-01" },
    };

    private static readonly PersonDetails Grace = new()
    {
        Name = "Grace Hopper",
        GivenName = "Grace",
        FamilyName = "Hopper",
        Emails = [new("grace@navy.example", "work")],
        Dates = [new("birthday", 1906, 12, 9)],
        Topics = ["compilers"],
        Roles = [new("mentor", new DateOnly(2024, 3, 1))],
        HowMet = "She handed out nanoseconds",
        MetOn = "2024-03",
    };

    public static readonly object Patch = new { Nickname = "Amazing Grace", Topics = (string[])["compilers", "teaching"] };

    public static readonly PersonFields Fields = PersonFields.Of(Grace, null);

    public static readonly PersonRecordAnswer Record = PersonRecordAnswer.Of(new(
        new() { Id = GraceId, Name = Grace.Name, SortKey = "", CreatedAt = new(2026, 1, 7, 8, 0, 0, DateTimeKind.Utc), ChangedAt = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc), Revision = 3 },
        Grace, null, new(GraceId, Grace.Name, "", Listed.Facts.AsReadOnly()), []));
}
