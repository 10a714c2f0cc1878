"""Words that people are called by and that are no names: kin, titles, services; and names that are everyday words too.

They decide what happens to a name inside free words when roles are put in place of names (:mod:`teammeet.model.roles`).
English and Spanish, folded (:func:`teammeet.text.folded`).
"""

from functools import cache
from re import findall
from typing import Final

from teammeet.messages import LANGUAGES, keys, text
from teammeet.text import folded


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


ABBREVIATED: Final = _words("mr mrs ms mx dr dra sr sra srta prof rev fr st sgt lic ing")
"""Titles after which a full stop ends no sentence."""

KIN_AND_TITLES: Final = ABBREVIATED | _words(
    """
    miss sir madam doctor doctora professor teacher nurse coach father mother dad daddy mom mommy mum mama papa mami papi
    parent parents stepfather stepmother stepdad stepmom brother sister son daughter twin cousin uncle aunt auntie tia tio
    grandma grandpa grandmother grandfather granny nana abuela abuelo abuelita abuelito madre padre hermano hermana hijo hija
    primo prima sobrino sobrina nieto nieta nephew niece madrina padrino godmother godfather husband wife boyfriend girlfriend
    esposo esposa novio novia suegra suegro senor senora senorita maestro maestra profesor profesora enfermera enfermero
    padrastro madrastra family familia team equipo the a an of at in from for and with our my his her their el la los las de
    del y e en con mi su nuestra nuestro s
    """
)
"""Never a name by themselves."""

SERVICES: Final = _words(
    """
    foster step half great best child children kid kids baby youth joven teen dog cat perro perra gato gata pet mascota friend
    neighbor neighbour partner vecino vecina amigo amiga pastor
    school schools middle elementary high college class clinic hospital center centre church mosque temple synagogue choir
    club library office agency department county city town state district court juvenile judge probation parole officer
    police caseworker worker social welfare services service program programme housing food pantry bank shelter center health
    mental care primary coordinator facilitator therapist therapy counselor counsellor counseling counselling psychologist
    psychiatrist doctor dentist lawyer attorney defender public mentor tutor aide interpreter advocate peer support supports
    parenting group home house apartment place facility residence line crisis mobile hotline community youth child protective
    case manager supervisor specialist director principal driver job work employer boss landlord swim team sports after
    escuela colegio clinica hospital centro iglesia coro biblioteca oficina agencia departamento condado ciudad estado
    distrito corte tribunal juez jueza juvenil libertad condicional policia trabajador trabajadora social servicio servicios
    programa vivienda comida despensa banco albergue salud atencion coordinador coordinadora facilitador facilitadora terapeuta
    terapia consejero consejera psicologo psicologa dentista abogado abogada mentor mentora tutor tutora interprete grupo
    hogar casa apartamento lugar linea crisis comunidad comunitario comunitaria apoyo apoyos trabajo jefe jefa
    """
)
"""What people, services and places are called in general; some are family names too.

Together with :data:`KIN_AND_TITLES` they say what somebody is, not who.
"""

LITTLE: Final = _words(
    "the a an of at in from for and with our my his her their el la los las de del y e en con mi su nuestra nuestro s"
)
"""Words that say nothing at either end of what somebody is."""

GIVEN_TOO: Final = _words("an su mi del")
"""Those of them that are given names."""

SAY_WHICH: Final = _words(
    """
    middle elementary high primary mental social public protective juvenile after mobile peer child best great step half foster
    city county town state care community case crisis health housing food support social juvenil libertad
    condicional family youth
    """
)
"""Words that go before what somebody or something is; alone they do not say it."""

BEFORE_A_NAME: Final = (KIN_AND_TITLES - LITTLE - _words("family familia team equipo")) | _words(
    "don dona pastor friend neighbor neighbour vecino vecina amigo amiga dog cat perro perra gato gata"
)
"""Those that go with a name after them: "Aunt Lotte" is one person."""

KIN_OF_ONE_AGE: Final = _words(
    """
    brother brothers sister sisters sibling siblings twin twins triplet triplets stepbrother stepbrothers stepsister
    stepsisters hermano hermanos hermana hermanas hermanito hermanita hermanitos hermanitas hermanastro hermanastra
    hermanastros hermanastras gemelo gemela gemelos gemelas mellizo melliza mellizos mellizas
    """
)
"""Words that say of somebody that they have a brother or a sister."""

CARERS: Final = _words(
    """
    mother mom mommy mum mama mami father dad daddy papa papi parent stepmother stepfather stepmom stepdad guardian caregiver
    carer grandmother grandfather grandma grandpa granny nana aunt uncle godmother godfather madre padre madrastra padrastro
    abuela abuelo abuelita abuelito tia tio madrina padrino tutor tutora cuidador cuidadora
    """
)
"""Words in a role that say that a grown-up of the family cares for its children."""

_NAMES_THAT_ARE_WORDS: Final = _words(
    """
    hope may june april august will grace joy faith charity patience prudence mercy rose lily daisy violet ivy iris heather
    dawn eve summer autumn winter sky star angel mark bill frank art ray rob pat sue jack drew chance chase hunter mason
    cooper carter taylor baker cook miller smith fisher king prince duke earl major dean bishop abbot page reed lane brook
    brooks river lake ford hill wood woods field fields park banks stone rock bell bush day long short young old white black
    brown green gray grey gold silver rich price rice bird fox wolf lamb swan drake robin jay pearl ruby jade amber opal
    crystal ginger sage basil olive cherry holly hazel melody carol harmony destiny trinity genesis justice honor liberty
    precious blessing miracle sol luz paz mar cielo rosa flor flores blanca mercedes dolores pilar cruz reyes rey guerra
    campos iglesias rios montes esperanza consuelo socorro gracia amor alma estrella luna perla clara soledad angeles
    milagros rosario caridad dulce bella leon santos don dona nino nina ninos bebe gran
    """
)


@cache
def everyday_words() -> frozenset[str]:
    """Words that a name may be and that people say every day: those of this program's own messages, and a list of names."""
    said = (text(key, language) for language in LANGUAGES for key in keys(language))
    return _NAMES_THAT_ARE_WORDS | frozenset(findall(r"[^\W\d_]+", folded(" ".join(said))))
