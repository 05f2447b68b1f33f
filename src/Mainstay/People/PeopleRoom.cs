using Mainstay.Hosting;

namespace Mainstay.People;

public sealed class PeopleRoom : Room;
