namespace Mainstay.People;

/// <summary>Of which rows a person's details are gathered, besides the person's own.</summary>
[Flags]
public enum PersonParts
{
    None = 0,
    ContactPoints = 1,
    Addresses = 2,
    Dates = 4,
    Tags = 8,
    Roles = 16,
    Relations = 32,
    Fields = 64,
    Photo = 128,
    AllButPhoto = ContactPoints | Addresses | Dates | Tags | Roles | Relations | Fields,
    All = AllButPhoto | Photo,
}
