using Mainstay.Hosting;

namespace Mainstay.Organizations;

public sealed class OrganizationsRoom : Room;
