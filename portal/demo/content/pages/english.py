"""The pages foreign readers get: what the school is, who runs it, how to reach it (NĐ 42/2022)."""

from functools import partial

from portal.demo.content.school import PAGES_ENTRY
from portal.demo.content.shape import PageSeed, h, img, p, table, ul

Page = partial(
    PageSeed,
    section="in-english",
    genre="tin-ngan",
    author="gv.phuong",
    plan_entry=PAGES_ENTRY,
    language="en",
    photographer="Lê Minh",
)

ENGLISH = (
    Page(
        key="en-structure",
        stands_in="about-structure",
        title="How the school is organised",
        summary="One Principal, one Deputy Principal, six departments and offices, twenty-eight classes.",
        body=(
            img(
                "chart:0",
                "The Principal stands at the top; below are the Deputy, then the six departments.",
                "A chart of three levels: the Principal above the Deputy Principal and the Union Chair, with six departments and offices below; the "
                "table underneath names every box.",
            ),
            p(
                "Ngô Gia Tự Lower Secondary School teaches 1,214 pupils aged eleven to fifteen in twenty-eight classes. Eighty-two teachers and staff work in six departments and offices, each led by one person who answers to the Principal."
            ),
            table(
                "Departments and offices",
                ["Department", "Led by", "Where to find them"],
                ["Mathematics and Computing", "Mr Lê Hoàng Sơn", "Room 304, Building A"],
                ["Natural Sciences", "Ms Trần Thu Hà", "Laboratory, Building B"],
                ["Literature and Social Sciences", "Mr Hoàng Anh Tuấn", "Room 205, Building A"],
                ["Pupils' Union (Liên đội)", "Ms Phạm Thu Trang", "Ground floor, Building B"],
                ["Teachers' Union", "Ms Vũ Thị Hồng Nhung", "Room 103, Building A"],
                ["Office, library, health room", "Ms Bùi Ngọc Ánh", "Rooms 101 to 105, Building A"],
            ),
        ),
        photographer="Art Club",
        published_on="2026-09-22T09:00:00+07:00",
    ),
    Page(
        key="en-duties",
        stands_in="about-duties",
        title="What the school does",
        summary="A public school for grades 6 to 9, free of tuition, serving fourteen neighbourhoods of Việt Hưng ward.",
        body=(
            p(
                "We are a public lower secondary school. Children who live in neighbourhoods 1 to 14 of Việt Hưng ward may come to us after grade 5; nobody sits an entrance examination and nobody pays tuition.",
                ul(
                    "We teach the national curriculum in two sessions a day, in Vietnamese.",
                    "We give lunch to about 480 pupils each day and publish what it costs.",
                    "Eleven pupils with special needs learn in ordinary classes this year.",
                    "Every June we disclose results, staffing, income and spending.",
                ),
            ),
            h("Children from other countries"),
            p(
                "Families who do not speak Vietnamese are welcome. Please write to us in English two weeks before you arrive; a teacher of English sits with your child for the first month and helps with the school's letters."
            ),
        ),
        published_on="2026-09-22T09:20:00+07:00",
    ),
    Page(
        key="en-history",
        stands_in="about-history",
        title="A short history",
        summary="From four thatched rooms beside a village hall in 1979 to twenty-eight classes today.",
        body=(
            p(
                "The school opened in 1979 with four classes, six teachers and 131 pupils, in a thatched house next to the communal hall of Trường Lâm. There was not enough chalk, so arithmetic was done with custard-apple seeds."
            ),
            table(
                "Some dates",
                ["Year", "What happened"],
                ["1979", "Four classes open"],
                ["1986", "Eight brick rooms; the first library"],
                ["1998", "The school takes the name of Ngô Gia Tự"],
                ["2009", "Building A, three floors; the first computer room"],
                ["2012", "Building B replaces the brick rooms"],
                ["2019", "The kitchen begins to serve lunch"],
                ["2026", "1,214 pupils; a new roof for Building B"],
            ),
            p(
                "The flame tree at the corner of Building A was planted in the first year. Last spring an arborist examined it and found it hollow but sound."
            ),
        ),
        published_on="2026-09-22T09:40:00+07:00",
    ),
    Page(
        key="en-leaders",
        stands_in="about-leaders",
        title="School leaders",
        summary="Names, telephone numbers, addresses and what each of them is responsible for.",
        body=(
            table(
                "Leaders",
                ["Name", "Office", "Telephone", "E-mail", "Responsible for"],
                [
                    "Ms Nguyễn Thị Minh Nguyệt",
                    "Principal",
                    "+84 24 3000 0003",
                    "hieutruong@thcsngogiatu.longbien.edu.vn",
                    "The school as a whole; staff; money; admissions",
                ],
                [
                    "Mr Đặng Quốc Việt",
                    "Deputy Principal",
                    "+84 24 3000 0001",
                    "truongban@thcsngogiatu.longbien.edu.vn",
                    "Teaching and assessment; buildings; this portal",
                ],
                [
                    "Ms Vũ Thị Hồng Nhung",
                    "Chair of the Teachers' Union",
                    "+84 24 3000 0002",
                    "phoban@thcsngogiatu.longbien.edu.vn",
                    "Staff welfare; school lunches; work with parents",
                ],
            ),
            p(
                "The Principal receives visitors on Tuesdays from 8:00 to 10:30 in room 201, Building A. No appointment is needed."
            ),
        ),
        published_on="2026-09-22T10:00:00+07:00",
    ),
    Page(
        key="en-contact",
        stands_in="contact",
        title="Contact and how to reach us",
        summary="1 Hàng Bàng lane, Việt Hưng ward, Hà Nội. Office hours, telephone numbers and the way from the bus stop.",
        body=(
            table(
                "Whom to ask",
                ["About", "Person", "Telephone", "Hours"],
                ["Absence, early leave, certificates", "Ms Bùi Ngọc Ánh, room 102", "+84 24 3000 0000", "6:30–17:00"],
                ["Lunch and fees", "Ms Đào Thu Hằng, room 104", "+84 24 3000 0004", "8:00–16:00"],
                ["Health and medicine", "Ms Nguyễn Thị Hòa, room 105", "+84 24 3000 0005", "7:00–17:00"],
                ["Anything, in English", "Ms Hoàng Mai Phương", "+84 24 3000 0007", "After 15:30"],
            ),
            h("Getting here"),
            img(
                "map:0",
                "The school stands at the end of Hàng Bàng lane, 170 metres from Việt Hưng market.",
                "A drawn map: Hàng Bàng lane runs from the market in the west to the school gate in the middle, a lake to the south, the bus stop on the main road to the east.",
            ),
            p(
                "From the bus stop on the main road, turn into Hàng Bàng lane and walk for four minutes; the gate is on your right. Cars cannot enter the lane at the end of lessons: park beside the lake and use the side gate of Building B, which is level for wheelchairs."
            ),
        ),
        photographer="Map Club",
        published_on="2026-09-22T10:20:00+07:00",
    ),
)
